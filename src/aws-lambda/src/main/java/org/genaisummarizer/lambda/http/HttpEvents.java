package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import org.genaisummarizer.lambda.runtime.InvalidEventException;

/** Reads HTTP events, whose kind shows in their shape. */
public final class HttpEvents {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Optional<String> basePath;

    /**
     * @param basePath what precedes the contract's paths, as {@code /api}
     */
    public HttpEvents(Optional<String> basePath) {
        this.basePath = basePath.filter(path -> !path.isBlank());
    }

    /**
     * @throws InvalidEventException if it is none
     */
    HttpEvent read(byte[] json) {
        JsonNode event = parse(json);
        JsonNode context = event.path("requestContext");
        if (context.path("http").isObject() && event.path("version").asText().equals("2.0")) {
            return new PayloadTwo(event, basePath).read();
        }
        if (event.path("httpMethod").isTextual() && context.path("elb").isObject()) {
            return new LoadBalancer(event, basePath).read();
        }
        if (event.path("httpMethod").isTextual() && context.isObject()) {
            return new PayloadOne(event, basePath).read();
        }
        throw new InvalidEventException(
                "the event must be an HTTP request of API Gateway, a function URL or a load balancer");
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            // The parser's message quotes the event.
            throw new InvalidEventException("the event must be JSON");
        }
    }
}

package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import org.genaisummarizer.lambda.runtime.InvalidEventException;
import org.genaisummarizer.lambda.runtime.Invocation;

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
     * The platform's own span is the parent of ours, unless the caller sent one: it is named by the
     * invocation alone, not by what the gateway put into the event.
     *
     * @throws InvalidEventException if it is none
     */
    HttpEvent read(Invocation invocation) {
        HttpEvent event = read(invocation.event());
        invocation
                .traceId()
                .ifPresent(field -> event.call().fields().add("X-Amzn-Trace-Id", field));
        return event;
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

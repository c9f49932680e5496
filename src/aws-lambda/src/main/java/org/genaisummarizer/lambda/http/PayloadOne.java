package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import org.genaisummarizer.api.HttpCall;

/** An event of a REST API, or of an HTTP API with payload 1.0. */
record PayloadOne(JsonNode event, Optional<String> basePath) {

    HttpEvent read() {
        JsonNode context = event.path("requestContext");
        HttpCall call =
                new HttpCall(
                        event.path("httpMethod").asText(),
                        path(context),
                        query(),
                        EventFields.headers(event),
                        EventBody.of(event));
        return new HttpEvent(call, Callers.of(context), AnswerForm.PAYLOAD_ONE);
    }

    private String path(JsonNode context) {
        String path = event.path("path").asText();
        // A REST API's path has no stage, and its context's has one; an HTTP API's both have it.
        if (path.equals(context.path("path").asText())) {
            path = EventPath.withoutStage(path, context.path("stage").asText());
        }
        path =
                EventPath.withinRoute(
                        path, event.path("resource").asText(), event.path("pathParameters"));
        return EventPath.without(path, basePath);
    }

    /** The gateway has decoded it, and the contract reads it as it was sent. */
    private String query() {
        StringJoiner query = new StringJoiner("&");
        EventFields.forEach(
                event,
                "multiValueQueryStringParameters",
                "queryStringParameters",
                (name, value) -> query.add(encoded(name) + "=" + encoded(value)));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

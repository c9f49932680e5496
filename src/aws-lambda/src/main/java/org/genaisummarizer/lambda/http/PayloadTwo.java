package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.genaisummarizer.api.HttpCall;

/** An event of an HTTP API with payload 2.0, or of a function URL, which has the same shape. */
record PayloadTwo(JsonNode event, Optional<String> basePath) {

    private static final String DEFAULT_STAGE = "$default";

    HttpEvent read() {
        JsonNode context = event.path("requestContext");
        HttpCall call =
                new HttpCall(
                        context.path("http").path("method").asText(),
                        path(context),
                        event.path("rawQueryString").asText(),
                        EventFields.headers(event),
                        EventBody.of(event));
        return new HttpEvent(call, Callers.of(context), AnswerForm.PAYLOAD_TWO);
    }

    private String path(JsonNode context) {
        String path = event.path("rawPath").asText();
        String stage = context.path("stage").asText();
        if (!stage.equals(DEFAULT_STAGE)) {
            path = EventPath.withoutStage(path, stage);
        }
        path = EventPath.withinRoute(path, routePattern(), event.path("pathParameters"));
        return EventPath.without(path, basePath);
    }

    /** Written {@code METHOD /pattern}. */
    private String routePattern() {
        String key = event.path("routeKey").asText();
        return key.substring(key.indexOf(' ') + 1);
    }
}

package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.BiConsumer;
import org.genaisummarizer.api.HttpCall;

/** Names with values, as events have them: each once, or with a list beside it. */
final class EventFields {

    private EventFields() {}

    /** The header fields; the lists, where there are any, hold all that the others do. */
    static HttpCall.Fields headers(JsonNode event) {
        HttpCall.Fields fields = new HttpCall.Fields();
        forEach(event, "multiValueHeaders", "headers", fields::add);
        return fields;
    }

    static void forEach(
            JsonNode event, String lists, String singles, BiConsumer<String, String> taker) {
        JsonNode values = event.path(lists).isObject() ? event.path(lists) : event.path(singles);
        for (Map.Entry<String, JsonNode> field : values.properties()) {
            if (field.getValue().isArray()) {
                field.getValue().forEach(value -> taker.accept(field.getKey(), value.asText()));
            } else {
                taker.accept(field.getKey(), field.getValue().asText());
            }
        }
    }
}

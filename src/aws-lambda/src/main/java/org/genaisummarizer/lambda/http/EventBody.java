package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.genaisummarizer.lambda.runtime.InvalidEventException;

/** The body of an event, which is text or base64. */
final class EventBody {

    private static final byte[] NONE = {};

    private EventBody() {}

    static byte[] of(JsonNode event) {
        JsonNode body = event.path("body");
        if (!body.isTextual()) {
            return NONE;
        }
        if (!event.path("isBase64Encoded").asBoolean()) {
            return body.textValue().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body.textValue());
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException("a body that says so must be base64");
        }
    }
}

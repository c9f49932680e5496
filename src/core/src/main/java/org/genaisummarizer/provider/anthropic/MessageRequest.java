package org.genaisummarizer.provider.anthropic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.genaisummarizer.model.CompletionRequest;

/**
 * Writes the body of a message. The instructions are marked for the provider's cache: the parts of
 * a long document share them.
 */
final class MessageRequest {

    private static final JsonFactory JSON = new JsonFactory();

    private MessageRequest() {}

    static byte[] of(CompletionRequest request) {
        ByteArrayOutputStream body =
                new ByteArrayOutputStream(request.prompt().document().length() + 2048);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("model", request.model());
            json.writeNumberField("max_tokens", request.maxOutputTokens());
            json.writeBooleanField("stream", true);
            system(json, request.prompt().instructions());
            json.writeArrayFieldStart("messages");
            json.writeStartObject();
            json.writeStringField("role", "user");
            json.writeStringField("content", request.prompt().document());
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all that is written", e);
        }
        return body.toByteArray();
    }

    private static void system(JsonGenerator json, String instructions) throws IOException {
        json.writeArrayFieldStart("system");
        json.writeStartObject();
        json.writeStringField("type", "text");
        json.writeStringField("text", instructions);
        json.writeObjectFieldStart("cache_control");
        json.writeStringField("type", "ephemeral");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }
}

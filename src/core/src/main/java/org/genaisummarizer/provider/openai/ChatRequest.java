package org.genaisummarizer.provider.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.provider.openai.OpenAiProvider.LimitField;

/** Writes the body of a chat completion. */
final class ChatRequest {

    private static final JsonFactory JSON = new JsonFactory();

    private ChatRequest() {}

    static byte[] of(CompletionRequest request, LimitField limitField) {
        ByteArrayOutputStream body =
                new ByteArrayOutputStream(request.prompt().document().length() + 2048);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("model", request.model());
            json.writeArrayFieldStart("messages");
            message(json, "system", request.prompt().instructions());
            message(json, "user", request.prompt().document());
            json.writeEndArray();
            json.writeNumberField(limitField.wire(), request.maxOutputTokens());
            json.writeBooleanField("stream", true);
            json.writeObjectFieldStart("stream_options");
            json.writeBooleanField("include_usage", true);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all that is written", e);
        }
        return body.toByteArray();
    }

    private static void message(JsonGenerator json, String role, String content)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeStringField("content", content);
        json.writeEndObject();
    }
}

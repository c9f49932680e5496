package org.genaisummarizer.azure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.genaisummarizer.api.Problem;

/** What goes into the poison queue: a message, untouched, and the reason why it is there. */
final class PoisonLetter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private PoisonLetter() {}

    static String of(QueuedMessage message, Problem problem) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", message.id());
            json.writeStringField("reason", problem.slug());
            json.writeStringField("detail", problem.detail());
            json.writeNumberField("deliveries", message.deliveries());
            json.writeStringField("message", message.body());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all that is written", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

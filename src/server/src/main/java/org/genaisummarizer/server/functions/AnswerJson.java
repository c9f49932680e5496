package org.genaisummarizer.server.functions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.genaisummarizer.api.Header;
import org.genaisummarizer.api.HttpAnswer;
import org.genaisummarizer.api.Problem;
import org.genaisummarizer.api.ProblemJson;
import org.genaisummarizer.azure.QueueAnswer;

/**
 * Answers an invocation. With a 200 the host deletes the message and puts the outputs where their
 * bindings say; with anything else it delivers the message again. A 200 without a body would leave
 * the invocation open until it times out.
 */
final class AnswerJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int OK = 200;

    private AnswerJson() {}

    static HttpAnswer of(QueueAnswer answer) {
        return switch (answer) {
            case QueueAnswer.Done done ->
                    done(Map.of(CustomHandler.RESULTS, done.result()), "summarized");
            case QueueAnswer.PutAside aside ->
                    done(
                            Map.of(CustomHandler.POISON, aside.letter()),
                            "put aside: " + aside.slug());
            case QueueAnswer.GivenBack back ->
                    ProblemJson.answer(
                            Problem.of(
                                    503,
                                    back.slug(),
                                    "Given back",
                                    "the message is to be delivered again"));
        };
    }

    private static HttpAnswer done(Map<String, String> outputs, String log) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("Outputs");
            for (Map.Entry<String, String> output : outputs.entrySet()) {
                json.writeStringField(output.getKey(), output.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("Logs");
            json.writeString(log);
            json.writeEndArray();
            json.writeNullField("ReturnValue");
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all that is written", e);
        }
        return new HttpAnswer(
                OK, List.of(new Header("Content-Type", "application/json")), bytes.toByteArray());
    }
}

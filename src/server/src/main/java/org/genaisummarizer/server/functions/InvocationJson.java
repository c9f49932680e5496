package org.genaisummarizer.server.functions;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import org.genaisummarizer.api.ProblemException;
import org.genaisummarizer.api.Problems;
import org.genaisummarizer.azure.QueuedMessage;

/**
 * Reads an invocation of a queue's function. A host writes the message as an object, or as a
 * string, and mostly as a string that holds a string of JSON; it does the same to the message's
 * properties.
 */
final class InvocationJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    // Numbers of a sender's metadata keep their digits.
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxStringLength(Integer.MAX_VALUE)
                                .maxNestingDepth(100)
                                .build());
    }

    private InvocationJson() {}

    /**
     * @param binding the trigger's name
     * @throws ProblemException if it is no invocation
     */
    static QueuedMessage read(byte[] json, String binding) throws ProblemException {
        JsonNode invocation;
        try {
            invocation = MAPPER.readTree(json);
        } catch (IOException e) {
            // The parser's message quotes the invocation.
            throw none();
        }
        JsonNode message = invocation.path("Data").path(binding);
        if (message.isMissingNode() || message.isNull()) {
            throw none();
        }
        JsonNode metadata = invocation.path("Metadata");
        return QueuedMessage.of(
                text(metadata.path("Id")), text(metadata.path("DequeueCount")), body(message));
    }

    private static ProblemException none() {
        return new ProblemException(
                Problems.badRequest("the body must be an invocation of the queue's function"));
    }

    private static String body(JsonNode message) {
        return message.isTextual() ? unquoted(message.textValue()) : message.toString();
    }

    private static Optional<String> text(JsonNode property) {
        return property.isTextual()
                ? Optional.of(unquoted(property.textValue()))
                : Optional.of(property).filter(JsonNode::isNumber).map(JsonNode::asText);
    }

    /** What a string of JSON says, or the text itself if it is none. */
    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        try {
            JsonNode inner = MAPPER.readTree(text);
            return inner.isTextual() ? inner.textValue() : text;
        } catch (IOException e) {
            return text;
        }
    }
}

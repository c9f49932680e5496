package org.genaisummarizer.lambda.sqs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.lambda.runtime.InvalidEventException;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.TraceParent;
import org.genaisummarizer.queue.Delivery;

/** The event of a queue's trigger, and the answer to it: the messages that failed. */
final class SqsEvent {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String SOURCE = "aws:sqs";

    private SqsEvent() {}

    /**
     * @throws InvalidEventException if it is none
     */
    static List<SqsRecord> read(byte[] json) {
        JsonNode records = parse(json).path("Records");
        if (!records.isArray()) {
            throw notOurs();
        }
        List<SqsRecord> batch = new ArrayList<>();
        for (JsonNode node : records) {
            if (!node.path("eventSource").asText().equals(SOURCE)) {
                throw notOurs();
            }
            batch.add(sqsRecord(node));
        }
        return batch;
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            // The parser's message quotes the event.
            throw new InvalidEventException("the event must be JSON");
        }
    }

    private static InvalidEventException notOurs() {
        return new InvalidEventException("the event must be a batch of messages of an SQS queue");
    }

    private static SqsRecord sqsRecord(JsonNode node) {
        JsonNode attributes = node.path("attributes");
        JsonNode ofSender = node.path("messageAttributes");
        return new SqsRecord(
                new Delivery(
                        node.path("messageId").asText(),
                        node.path("body").asText(),
                        sender(ofSender),
                        trace(ofSender, attributes)),
                Optional.ofNullable(attributes.path("MessageGroupId").textValue()),
                attributes.path("ApproximateReceiveCount").asInt(1));
    }

    /** What the sender says comes before what the platform adds where X-Ray is on. */
    private static Optional<TraceParent> trace(JsonNode ofSender, JsonNode attributes) {
        return text(ofSender, "traceparent")
                .flatMap(TraceParent::ofW3c)
                .or(() -> TraceParent.ofXRay(attributes.path("AWSTraceHeader").asText()));
    }

    private static Caller sender(JsonNode attributes) {
        Optional<String> tenant = text(attributes, "tenant");
        return tenant.map(name -> new Caller(name, text(attributes, "principal").orElse(name)))
                .orElse(Caller.ANONYMOUS);
    }

    private static Optional<String> text(JsonNode attributes, String name) {
        return Optional.ofNullable(attributes.path(name).path("stringValue").textValue())
                .filter(text -> !text.isBlank());
    }

    /** {@code ReportBatchItemFailures}. */
    static byte[] failures(List<String> messageIds) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            for (String id : messageIds) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier", id);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all that is written", e);
        }
        return bytes.toByteArray();
    }
}

package org.genaisummarizer.lambda.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.genaisummarizer.lambda.runtime.Answer;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Plays Lambda's event source mapping for a queue: takes batches, has them worked on, deletes what
 * was not given back.
 */
public final class EventSource {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Queues queues;
    private final String url;
    private final int batchSize;
    private final RuntimeApiServer function;
    private final Duration time;

    /** What became of a batch. */
    public record Polled(int messages, int givenBack) {}

    public EventSource(
            Queues queues, String url, int batchSize, RuntimeApiServer function, Duration time) {
        this.queues = queues;
        this.url = url;
        this.batchSize = batchSize;
        this.function = function;
        this.time = time;
    }

    /**
     * One batch, which may be empty.
     *
     * @param isForgotten which messages are not deleted although they are done, as happens when the
     *     mapping dies in between
     */
    public Polled poll(Predicate<Message> isForgotten) throws IOException {
        List<Message> batch = new ArrayList<>();
        for (List<Message> some = queues.receive(url);
                !some.isEmpty();
                some = batch.size() < batchSize ? queues.receive(url) : List.of()) {
            batch.addAll(some);
        }
        if (batch.isEmpty()) {
            return new Polled(0, 0);
        }
        Answer answer = function.invoke(event(batch), time);
        if (answer.isError()) {
            throw new AssertionError("the function failed: " + answer.text());
        }
        Set<String> failed = failures(answer);
        for (Message message : batch) {
            if (failed.contains(message.messageId()) || isForgotten.test(message)) {
                // What the visibility timeout does after minutes.
                queues.show(url, message);
            } else {
                queues.delete(url, message);
            }
        }
        return new Polled(batch.size(), failed.size());
    }

    private static Set<String> failures(Answer answer) throws IOException {
        Set<String> ids = new HashSet<>();
        for (JsonNode failure : MAPPER.readTree(answer.bytes()).path("batchItemFailures")) {
            ids.add(failure.path("itemIdentifier").asText());
        }
        return ids;
    }

    private static String event(List<Message> batch) {
        ObjectNode event = MAPPER.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (Message message : batch) {
            ObjectNode entry = records.addObject();
            entry.put("messageId", message.messageId());
            entry.put("receiptHandle", message.receiptHandle());
            entry.put("body", message.body());
            ObjectNode attributes = entry.putObject("attributes");
            message.attributesAsStrings().forEach(attributes::put);
            ObjectNode own = entry.putObject("messageAttributes");
            message.messageAttributes()
                    .forEach(
                            (name, value) ->
                                    own.putObject(name)
                                            .put("stringValue", value.stringValue())
                                            .put("dataType", value.dataType()));
            entry.put("eventSource", "aws:sqs");
            entry.put("eventSourceARN", "arn:aws:sqs:eu-central-1:000000000000:documents");
            entry.put("awsRegion", "eu-central-1");
        }
        return event.toString();
    }
}

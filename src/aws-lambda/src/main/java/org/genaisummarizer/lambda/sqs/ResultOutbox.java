package org.genaisummarizer.lambda.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.genaisummarizer.lambda.sqs.Outbox.NotPutException;
import org.genaisummarizer.queue.Delivery;
import org.genaisummarizer.queue.ResultNotSentException;
import org.genaisummarizer.queue.ResultSender;

/**
 * Sends results into a queue. In a FIFO queue those of one tenant follow each other.
 *
 * @param outbox the queue
 */
public record ResultOutbox(Outbox outbox) implements ResultSender {

    @Override
    public void send(Delivery delivery, byte[] json) throws ResultNotSentException {
        try {
            outbox.put(
                    new OutMessage(
                            delivery.id(),
                            group(delivery.caller().tenant()),
                            new String(json, StandardCharsets.UTF_8),
                            Map.of("message_id", delivery.id())));
        } catch (NotPutException e) {
            throw new ResultNotSentException(String.valueOf(e.getMessage()));
        }
    }

    /** A group's name has fewer characters to choose from than a tenant's. */
    private static String group(String tenant) {
        String name = tenant.replaceAll("[^A-Za-z0-9_.-]", "_");
        return name.substring(0, Math.min(128, name.length()));
    }
}

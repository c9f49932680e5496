package org.genaisummarizer.lambda.sqs;

import java.util.Map;

/**
 * A message to be put into a queue.
 *
 * @param id the same whenever it is put again, by which a FIFO queue knows a duplicate
 * @param group within which a FIFO queue keeps the order
 * @param attributes beside the body
 */
public record OutMessage(String id, String group, String body, Map<String, String> attributes) {

    public OutMessage {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String toString() {
        return "OutMessage[" + id + ", " + body.length() + " chars]";
    }
}

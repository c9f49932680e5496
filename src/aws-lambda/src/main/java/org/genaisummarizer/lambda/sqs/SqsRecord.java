package org.genaisummarizer.lambda.sqs;

import java.util.Optional;
import org.genaisummarizer.model.Caller;

/**
 * One message of a batch.
 *
 * @param messageId names it in the list of failures
 * @param group its message group, on a FIFO queue
 * @param receiveCount how often it was delivered, this time included
 * @param sender whom it is worked on for: who may send at all is held by the queue's policy, so
 *     attributes of the message are believed
 */
record SqsRecord(
        String messageId, String body, Optional<String> group, int receiveCount, Caller sender) {

    public SqsRecord {
        if (messageId.isBlank()) {
            throw new IllegalArgumentException("a record must have a messageId");
        }
    }

    @Override
    public String toString() {
        return "SqsRecord["
                + messageId
                + ", "
                + body.length()
                + " chars, receive "
                + receiveCount
                + "]";
    }
}

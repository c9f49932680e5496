package org.genaisummarizer.lambda.sqs;

import java.util.Optional;

/**
 * One message of a batch.
 *
 * @param messageId names it in the list of failures
 * @param group its message group, on a FIFO queue
 * @param receiveCount how often it was delivered, this time included
 */
public record SqsRecord(String messageId, String body, Optional<String> group, int receiveCount) {

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

package org.genaisummarizer.lambda.sqs;

import java.util.Optional;
import org.genaisummarizer.queue.Delivery;

/**
 * One message of a batch.
 *
 * @param delivery what is worked on, and for whom: who may send at all is held by the queue's
 *     policy, so attributes of the message are believed
 * @param group its message group, on a FIFO queue
 * @param receiveCount how often it was delivered, this time included
 */
record SqsRecord(Delivery delivery, Optional<String> group, int receiveCount) {

    /** Names it in the list of failures. */
    String messageId() {
        return delivery.id();
    }
}

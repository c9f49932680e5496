package org.genaisummarizer.queue;

/** Sends finished summaries to whoever waits for them. */
@FunctionalInterface
public interface ResultSender {

    /**
     * @param delivery the message that asked for it
     * @param json the summary, with the message's id and metadata
     * @throws ResultNotSentException if it did not arrive: the message must not count as done
     */
    void send(Delivery delivery, byte[] json) throws ResultNotSentException;
}

package org.genaisummarizer.lambda.sqs;

/** A queue that we put messages into. */
@FunctionalInterface
public interface Outbox {

    /**
     * @throws NotPutException if the message is not in the queue
     */
    void put(OutMessage message) throws NotPutException;

    /** The queue did not take a message. */
    final class NotPutException extends Exception {

        private static final long serialVersionUID = 1L;

        /**
         * @param kind in our own words; what the service says may quote the message
         */
        public NotPutException(String kind) {
            super(kind);
        }
    }
}

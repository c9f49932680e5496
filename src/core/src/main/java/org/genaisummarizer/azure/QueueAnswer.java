package org.genaisummarizer.azure;

/** What a function tells its host about a queued message. */
public sealed interface QueueAnswer {

    /**
     * Its summary is made.
     *
     * @param result JSON for the queue of results
     */
    record Done(String result) implements QueueAnswer {}

    /**
     * It is done with, but not summarized.
     *
     * @param letter JSON for the poison queue, with the reason and the message
     * @param slug the reason
     */
    record PutAside(String letter, String slug) implements QueueAnswer {}

    /**
     * It is to be delivered again.
     *
     * @param slug why
     */
    record GivenBack(String slug) implements QueueAnswer {}
}

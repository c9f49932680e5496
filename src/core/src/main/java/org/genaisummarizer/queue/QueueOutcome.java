package org.genaisummarizer.queue;

import org.genaisummarizer.api.Problem;

/** What is to become of a message. */
public sealed interface QueueOutcome {

    /** Its result is where it belongs; the message may be deleted. */
    record Done() implements QueueOutcome {}

    /**
     * It may succeed another time, and is to be delivered again.
     *
     * @param slug why, from a fixed list
     */
    record Again(String slug) implements QueueOutcome {}

    /** However often it is delivered, it will not succeed. */
    record Never(Problem problem) implements QueueOutcome {}
}

package org.genaisummarizer.lambda.runtime;

import java.io.IOException;

/** What a function does with an invocation. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers through {@code reply}, exactly once.
     *
     * @throws IOException if the answer could not be handed to the platform
     */
    void handle(Invocation invocation, Reply reply) throws IOException, InterruptedException;
}

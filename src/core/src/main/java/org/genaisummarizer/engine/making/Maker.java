package org.genaisummarizer.engine.making;

import org.genaisummarizer.model.Summary;

/** Makes a summary. */
@FunctionalInterface
public interface Maker {

    /**
     * Blocks until there is one. Interrupting the thread cancels all that it started.
     *
     * @throws MakingFailedException if there is none
     */
    Summary make(Order order, Draft draft) throws MakingFailedException, InterruptedException;
}

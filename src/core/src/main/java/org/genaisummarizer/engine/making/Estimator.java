package org.genaisummarizer.engine.making;

import org.genaisummarizer.engine.Estimate;

/** Tells what an order would come to, without calling anyone. */
@FunctionalInterface
public interface Estimator {

    /**
     * @throws MakingFailedException if the order cannot be made at all
     */
    Estimate estimate(Order order) throws MakingFailedException;
}

package org.genaisummarizer.engine.port;

import org.genaisummarizer.model.SummaryRequest;

/** Watches the engine at work. What it throws is a bug of its own and must not reach a request. */
@FunctionalInterface
public interface SummaryObserver {

    SummaryObserver NONE = (request, observation) -> {};

    /** Is told what happens to a request, on the thread where it happens. */
    void observe(SummaryRequest request, Observation observation);
}

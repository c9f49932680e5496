package org.genaisummarizer.engine.attempt;

import org.genaisummarizer.model.Failure;

/** No provider of the route gave an answer; the failure is what the caller is told. */
public final class RunFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public RunFailedException(Failure failure) {
        super(failure.slug(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}

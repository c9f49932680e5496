package org.genaisummarizer.engine.port;

import org.genaisummarizer.model.Failure;

/**
 * A call to a provider that gave no whole answer. It holds no text of the provider's, which may
 * repeat keys or documents.
 */
public final class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure.OfProvider failure;

    public ProviderException(Failure.OfProvider failure) {
        super(failure.slug(), null, false, false);
        this.failure = failure;
    }

    public Failure.OfProvider failure() {
        return failure;
    }
}

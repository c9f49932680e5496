package org.genaisummarizer.engine.port;

/** A store that has to be believed could not be reached. */
public final class StoreUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String what) {
        super(what);
    }
}

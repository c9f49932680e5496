package org.genaisummarizer.queue;

/** A result did not arrive where it was sent. */
public final class ResultNotSentException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param why in our own words
     */
    public ResultNotSentException(String why) {
        super(why);
    }
}

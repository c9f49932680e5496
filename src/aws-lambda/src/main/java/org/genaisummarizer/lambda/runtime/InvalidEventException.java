package org.genaisummarizer.lambda.runtime;

/** An event that the function is not made for: its trigger is set up for another handler. */
public final class InvalidEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param rule what an event must be; never anything of the event's
     */
    public InvalidEventException(String rule) {
        super(rule, null, false, false);
    }

    ErrorReport report() {
        return new ErrorReport("Function.InvalidEvent", String.valueOf(getMessage()));
    }
}

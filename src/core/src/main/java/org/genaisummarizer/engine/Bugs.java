package org.genaisummarizer.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Reports what should never happen by its class and place: its message might quote a document. */
public final class Bugs {

    private static final Logger LOG = System.getLogger(Bugs.class.getName());

    private Bugs() {}

    /**
     * @param where in which part of the work it came up
     */
    public static void report(String where, Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        Object place = trace.length == 0 ? "an unknown place" : trace[0];
        LOG.log(Level.ERROR, "{0}: {1} at {2}", where, bug.getClass().getName(), place);
    }
}

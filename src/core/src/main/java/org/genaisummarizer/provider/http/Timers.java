package org.genaisummarizer.provider.http;

/** Runs something later, on a thread that must not be blocked. */
@FunctionalInterface
public interface Timers {

    /** Returns what cancels it. */
    Runnable after(long millis, Runnable task);
}

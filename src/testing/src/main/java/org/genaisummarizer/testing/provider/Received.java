package org.genaisummarizer.testing.provider;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A request that the provider got, and what became of it.
 *
 * @param headers by name in lower case
 * @param atNanos {@link System#nanoTime} when it had come whole
 */
public record Received(
        String method,
        String path,
        Map<String, String> headers,
        String body,
        long atNanos,
        Reply reply,
        AtomicInteger stepsDone,
        AtomicBoolean cancelled) {

    /** Whether the client left before the reply was over. */
    public boolean wasCancelled() {
        return cancelled.get();
    }

    /** Whether every step was taken. */
    public boolean wasAnswered() {
        return stepsDone.get() == reply.steps().size();
    }

    /** Without its body, of which a failed test would print nothing but. */
    @Override
    public String toString() {
        return method + " " + path + ", " + body.length() + " chars";
    }
}

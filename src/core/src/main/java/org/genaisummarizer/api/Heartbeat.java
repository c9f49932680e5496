package org.genaisummarizer.api;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.genaisummarizer.engine.port.Sleeper;

/** Sends a ping at once and then at an interval, for as long as it is open. */
final class Heartbeat implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Thread thread;

    Heartbeat(EventStreamWriter writer, Sleeper sleeper) {
        writer.ping();
        this.thread = Thread.ofVirtual().name("heartbeat").start(() -> beat(writer, sleeper));
    }

    private static void beat(EventStreamWriter writer, Sleeper sleeper) {
        try {
            while (true) {
                sleeper.sleep(INTERVAL);
                writer.ping();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            // The caller is gone, which the thread that writes the events finds out as well.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

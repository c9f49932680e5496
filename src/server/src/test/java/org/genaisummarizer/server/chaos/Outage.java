package org.genaisummarizer.server.chaos;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A time in which somebody is down. */
final class Outage {

    private final Duration length;
    private volatile long beginNanos;

    Outage(Duration length) {
        this.length = length;
    }

    void begin() {
        beginNanos = System.nanoTime();
    }

    boolean isOver() {
        return beginNanos != 0 && !sinceEnd().isNegative();
    }

    Duration sinceEnd() {
        return Duration.ofNanos(System.nanoTime() - beginNanos).minus(length);
    }

    /** Between two requests of a steady load. */
    void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}

package org.genaisummarizer.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The point after which nothing may start or wait. */
public record Deadline(Instant at) {

    public static Deadline after(Clock clock, Duration time) {
        return new Deadline(clock.instant().plus(time));
    }

    /** What is left, never negative. */
    public Duration remaining(Clock clock) {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean isPast(Clock clock) {
        return !clock.instant().isBefore(at);
    }

    /** Whether something that takes this long can still end in time. */
    public boolean allows(Duration time, Clock clock) {
        return remaining(clock).compareTo(time) > 0;
    }
}

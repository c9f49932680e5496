package org.genaisummarizer.engine.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.genaisummarizer.model.ModelRef;

/** Which models asked to be left alone, and until when. One for all requests of a process. */
public final class Rests {

    private final Clock clock;
    private final Map<ModelRef, Instant> until = new ConcurrentHashMap<>();

    public Rests(Clock clock) {
        this.clock = clock;
    }

    public void rest(ModelRef model, Duration time) {
        if (!time.isZero() && !time.isNegative()) {
            until.merge(model, clock.instant().plus(time), (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** What is left of its rest; zero if it may be called. */
    public Duration remaining(ModelRef model) {
        Instant end = until.get(model);
        if (end == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative() || left.isZero()) {
            until.remove(model, end);
            return Duration.ZERO;
        }
        return left;
    }
}

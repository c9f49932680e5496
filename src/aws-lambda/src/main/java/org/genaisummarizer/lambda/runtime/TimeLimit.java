package org.genaisummarizer.lambda.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.genaisummarizer.model.Deadline;

/**
 * How long an invocation may take: as long as the platform allows, less what it takes to answer,
 * and no longer than the operator allows.
 */
public final class TimeLimit {

    /** To write an answer and to have the platform take it. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final Duration most;
    private final Clock clock;

    /**
     * @param most of one request
     */
    public TimeLimit(Duration most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** For one request. */
    public Deadline ofRequest(Invocation invocation) {
        Instant own = clock.instant().plus(most);
        Instant platform = ofFunction(invocation).at();
        return new Deadline(own.isBefore(platform) ? own : platform);
    }

    /** For all that the invocation brings. */
    public Deadline ofFunction(Invocation invocation) {
        return new Deadline(invocation.deadline().minus(MARGIN));
    }
}

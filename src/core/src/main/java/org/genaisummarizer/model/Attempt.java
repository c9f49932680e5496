package org.genaisummarizer.model;

import java.time.Duration;

/**
 * One call to a provider, as the answer reports it.
 *
 * @param outcome {@code completed} or the failure's {@link Failure#slug}
 */
public record Attempt(
        String provider, String model, String outcome, Duration duration, Usage usage, Cost cost) {

    public static final String COMPLETED = "completed";

    public Attempt {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be >= 0");
        }
    }

    public boolean isCompleted() {
        return outcome.equals(COMPLETED);
    }
}

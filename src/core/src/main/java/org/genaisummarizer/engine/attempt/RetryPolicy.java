package org.genaisummarizer.engine.attempt;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Failure.RateLimited;

/**
 * What follows from a failed attempt: the table of {@code conduct.md}, less what the failure itself
 * knows.
 */
public final class RetryPolicy {

    /** What to do next. */
    public sealed interface Decision {

        /** The same provider after a pause; others leave it alone for so long meanwhile. */
        record Again(Duration pause, Duration rest) implements Decision {}

        /** The next provider at once; this one again if nobody else answers. */
        record Later() implements Decision {}

        /** The next provider at once; this one is left alone for so long. */
        record Next(Duration rest) implements Decision {}
    }

    private static final Decision NEXT = new Decision.Next(Duration.ZERO);

    private final Rules rules;
    private final RandomGenerator random;

    /**
     * @param attemptsHere the most attempts at one provider
     * @param longestWait a Retry-After up to this is waited for, and others' rests up to this in
     *     all
     * @param longestRest a Retry-After beyond this is not believed
     * @param pause before a second attempt, on average
     */
    public record Rules(
            int attemptsHere, Duration longestWait, Duration longestRest, Duration pause) {

        public static final Rules DEFAULT =
                new Rules(2, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofMillis(200));

        public Rules {
            if (attemptsHere < 1) {
                throw new IllegalArgumentException("attemptsHere must be >= 1");
            }
            if (longestWait.isNegative() || longestRest.isNegative() || pause.isNegative()) {
                throw new IllegalArgumentException("waits and pauses must be >= 0");
            }
        }
    }

    public RetryPolicy(Rules rules, RandomGenerator random) {
        this.rules = rules;
        this.random = random;
    }

    /**
     * How long to wait for somebody who rests; nothing if that is not worth it. A little longer
     * than the rest, and not for everybody alike: who rested is not to be met by a crowd.
     *
     * @param waited so far in this run
     */
    Optional<Duration> untilBack(Duration rest, Duration waited) {
        return waited.plus(rest).compareTo(rules.longestWait()) <= 0
                ? Optional.of(rest.plus(jittered()))
                : Optional.empty();
    }

    /**
     * @param failure one that is not told to the caller at once
     * @param attemptsHere how often this provider has been tried, &gt;= 1
     * @param shown whether the caller has seen text of the failed attempt, and there is another
     *     provider to begin anew with
     * @param left until the deadline
     */
    public Decision after(
            Failure.OfProvider failure, int attemptsHere, boolean shown, Duration left) {
        return switch (failure.consequence()) {
            case TELL_THE_CALLER, TRY_NEXT_PROVIDER -> NEXT;
            case TRY_HERE_AGAIN ->
                    failure instanceof RateLimited limited
                            ? afterRateLimit(limited.retryAfter(), attemptsHere, left)
                            : hereAgain(attemptsHere, shown, left);
        };
    }

    private Decision afterRateLimit(
            Optional<Duration> retryAfter, int attemptsHere, Duration left) {
        if (retryAfter.isEmpty()) {
            return NEXT;
        }
        Duration wait = retryAfter.get();
        boolean worthWaiting =
                attemptsHere < rules.attemptsHere()
                        && wait.compareTo(rules.longestWait()) <= 0
                        && wait.compareTo(left) < 0;
        if (worthWaiting) {
            Duration pause = jittered();
            return new Decision.Again(wait.compareTo(pause) > 0 ? wait : pause, wait);
        }
        return new Decision.Next(
                wait.compareTo(rules.longestRest()) < 0 ? wait : rules.longestRest());
    }

    private Decision hereAgain(int attemptsHere, boolean shown, Duration left) {
        Duration pause = jittered();
        if (attemptsHere >= rules.attemptsHere() || pause.compareTo(left) >= 0) {
            return NEXT;
        }
        return shown ? new Decision.Later() : new Decision.Again(pause, Duration.ZERO);
    }

    /**
     * Between half and one and a half times the pause, so that callers who failed together do not
     * return together.
     */
    private Duration jittered() {
        return Duration.ofNanos((long) (rules.pause().toNanos() * (0.5 + random.nextDouble())));
    }
}

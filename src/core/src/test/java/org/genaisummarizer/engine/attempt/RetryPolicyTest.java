package org.genaisummarizer.engine.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.genaisummarizer.engine.attempt.RetryPolicy.Decision;
import org.genaisummarizer.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Decision NEXT = new Decision.Next(Duration.ZERO);

    /** In the middle of its range, so that a jittered pause is the pause itself. */
    private final RetryPolicy policy = policy(0.5);

    private static RetryPolicy policy(double random) {
        RandomGenerator generator =
                new RandomGenerator() {
                    @Override
                    public long nextLong() {
                        throw new AssertionError("only fractions are drawn");
                    }

                    @Override
                    public double nextDouble() {
                        return random;
                    }
                };
        return new RetryPolicy(RetryPolicy.Rules.DEFAULT, generator);
    }

    private static Failure.OfProvider limited(String wait) {
        return new Failure.RateLimited(Optional.ofNullable(wait).map(Duration::parse));
    }

    @ParameterizedTest(name = "Retry-After {0} at attempt {1} with {2} left: {3}")
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
                    PT2S,    1, PT60S, again PT2S
                    PT5S,    1, PT60S, again PT5S
                    PT5.1S,  1, PT60S, next PT5.1S
                    PT2S,    2, PT60S, next PT2S
                    PT2S,    1, PT2S,  next PT2S
                    PT2S,    1, PT2.1S, again PT2S
                    PT0S,    1, PT60S, again PT0.2S
                    PT24H,   1, PT60S, next PT10M
                    PT9M,    1, PT60S, next PT9M
                    none,    1, PT60S, next PT0S
                    """)
    void aRateLimitIsWaitedForOrLeftAlone(
            String wait, int attempt, Duration left, String decision) {
        assertThat(told(policy.after(limited(wait), attempt, false, left))).isEqualTo(decision);
    }

    private static String told(Decision decision) {
        return switch (decision) {
            case Decision.Again again -> "again " + again.pause();
            case Decision.Later later -> "later";
            case Decision.Next next -> "next " + next.rest();
        };
    }

    @Test
    void whoIsWaitedForIsLeftAloneByOthersToo() {
        assertThat(policy.after(limited("PT2S"), 1, false, LONG))
                .isEqualTo(new Decision.Again(Duration.ofSeconds(2), Duration.ofSeconds(2)));
    }

    @Test
    void aFailureThatMayPassIsTriedOnceMoreAfterAPause() {
        Failure.OfProvider failure = new Failure.ServerError(503);

        assertThat(policy.after(failure, 1, false, LONG))
                .isEqualTo(new Decision.Again(Duration.ofMillis(200), Duration.ZERO));
        assertThat(policy.after(failure, 2, false, LONG)).isEqualTo(NEXT);
        assertThat(policy.after(failure, 1, false, Duration.ofMillis(200)))
                .as("no time for the pause")
                .isEqualTo(NEXT);
    }

    @Test
    void afterTextWasShownTheNextBeginsAndThisOneIsTriedOnceMoreAfterAllOthers() {
        assertThat(policy.after(new Failure.Cut(), 1, true, LONG)).isEqualTo(new Decision.Later());
        assertThat(policy.after(new Failure.Cut(), 2, true, LONG)).isEqualTo(NEXT);
        assertThat(policy.after(new Failure.Cut(), 1, false, LONG))
                .isInstanceOf(Decision.Again.class);
    }

    @Test
    void aSilentOrMisconfiguredProviderIsNotTriedAgain() {
        assertThat(policy.after(new Failure.Silent(), 1, false, LONG)).isEqualTo(NEXT);
        assertThat(policy.after(new Failure.Misconfigured(401), 1, false, LONG)).isEqualTo(NEXT);
        assertThat(policy.after(new Failure.ContextExceeded(), 1, false, LONG)).isEqualTo(NEXT);
    }

    @ParameterizedTest
    @CsvSource({"0.0, PT0.1S", "0.5, PT0.2S", "1.0, PT0.3S"})
    void thePauseIsBetweenHalfAndOneAndAHalfOfItself(double random, Duration pause) {
        assertThat(policy(random).after(new Failure.ServerError(500), 1, false, LONG))
                .isEqualTo(new Decision.Again(pause, Duration.ZERO));
    }
}

package org.genaisummarizer.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.attempt.RetryPolicy;
import org.genaisummarizer.engine.making.LeasedMaker;
import org.genaisummarizer.engine.making.StoringMaker;
import org.genaisummarizer.model.CompletionRequest.Limits;

/**
 * The engine's limits.
 *
 * @param call how long one call may take and pause
 * @param retry when a provider is asked again
 * @param mostAttempts calls for one completion, over all providers
 * @param leastTime nothing starts with less time than this left
 * @param lifetimes how long answers are kept
 * @param lease how processes share a making
 * @param idempotency how long the outcome under an Idempotency-Key is kept
 * @param mostCost USD that one request may cost
 * @param requests how many may be in hand
 * @param degrade whether the built-in summarizer stands in when every provider failed
 */
public record EngineSettings(
        Limits call,
        RetryPolicy.Rules retry,
        int mostAttempts,
        Duration leastTime,
        StoringMaker.Lifetimes lifetimes,
        LeasedMaker.Times lease,
        Duration idempotency,
        Optional<BigDecimal> mostCost,
        RequestBounds requests,
        boolean degrade) {

    public static final EngineSettings DEFAULT =
            new EngineSettings(
                    new Limits(
                            Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60)),
                    RetryPolicy.Rules.DEFAULT,
                    6,
                    Duration.ofMillis(100),
                    new StoringMaker.Lifetimes(Duration.ofHours(24), Duration.ofSeconds(60)),
                    LeasedMaker.Times.DEFAULT,
                    Duration.ofHours(24),
                    Optional.empty(),
                    new RequestBounds(1_000, 1_000),
                    false);

    public EngineSettings {
        if (mostAttempts < 1) {
            throw new IllegalArgumentException("mostAttempts must be >= 1");
        }
        if (mostCost.isPresent() && mostCost.get().signum() < 0) {
            throw new IllegalArgumentException("mostCost must be >= 0");
        }
    }
}

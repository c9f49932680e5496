package org.genaisummarizer.engine;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.genaisummarizer.cache.MemoryCache;
import org.genaisummarizer.cache.MemoryIdempotencyStore;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.engine.prompt.Fence;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.genaisummarizer.model.ModelRef;
import org.genaisummarizer.model.SummaryOptions;

/** Engines of one process, with nothing outside of it, and the usual settings but for one. */
public final class Engines {

    private static final long CACHE_BYTES = 10_000_000;

    private Engines() {}

    /** All that an engine needs of the outside, in this process and observed by nobody. */
    public static SummarizerFactory.Outside outside(Clock clock, Sleeper sleeper) {
        return outside(clock, sleeper, SummaryObserver.NONE);
    }

    static SummarizerFactory.Outside outside(
            Clock clock, Sleeper sleeper, SummaryObserver observer) {
        return new SummarizerFactory.Outside(
                new MemoryCache(CACHE_BYTES, clock),
                FlightLease.ALONE,
                new MemoryIdempotencyStore(CACHE_BYTES, clock),
                new ScriptTokenCounter(),
                new PromptComposer(new Fence(new byte[32])),
                observer,
                clock,
                sleeper,
                RandomGenerator.getDefault(),
                "test");
    }

    static EngineSettings degrading(EngineSettings usual) {
        return with(usual, usual.mostCost(), true);
    }

    static EngineSettings atMost(BigDecimal cost) {
        return with(EngineSettings.DEFAULT, Optional.of(cost), false);
    }

    private static EngineSettings with(
            EngineSettings usual, Optional<BigDecimal> mostCost, boolean degrade) {
        return new EngineSettings(
                usual.call(),
                usual.retry(),
                usual.mostAttempts(),
                usual.leastTime(),
                usual.lifetimes(),
                usual.lease(),
                usual.idempotency(),
                mostCost,
                usual.requests(),
                degrade);
    }

    static SummaryOptions named(ModelRef model) {
        SummaryOptions usual = SummaryOptions.DEFAULT;
        return new SummaryOptions(
                usual.style(),
                usual.maxWords(),
                usual.language(),
                usual.focus(),
                Optional.of(model));
    }
}

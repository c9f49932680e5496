package org.genaisummarizer.engine;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.genaisummarizer.engine.attempt.CompletionGuard;
import org.genaisummarizer.engine.attempt.CompletionRunner;
import org.genaisummarizer.engine.attempt.Envelope;
import org.genaisummarizer.engine.attempt.Rests;
import org.genaisummarizer.engine.attempt.RetryPolicy;
import org.genaisummarizer.engine.flight.SingleFlight;
import org.genaisummarizer.engine.idempotency.IdempotentRequests;
import org.genaisummarizer.engine.making.CallComposer;
import org.genaisummarizer.engine.making.DegradingMaker;
import org.genaisummarizer.engine.making.LeasedMaker;
import org.genaisummarizer.engine.making.Maker;
import org.genaisummarizer.engine.making.Order;
import org.genaisummarizer.engine.making.SingleCallMaker;
import org.genaisummarizer.engine.making.StoringMaker;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.IdempotencyStore;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.engine.prompt.PromptComposer;

/** Puts a {@link Summarizer} together; the only place that knows the order of the decorators. */
public final class SummarizerFactory {

    private final Outside outside;
    private final EngineSettings settings;

    /**
     * What the engine needs of the outside.
     *
     * @param processName names this process among those that share the lease
     */
    public record Outside(
            SummaryCache cache,
            FlightLease lease,
            IdempotencyStore idempotency,
            TokenCounter tokens,
            PromptComposer prompts,
            SummaryObserver observer,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random,
            String processName) {}

    public SummarizerFactory(Outside outside, EngineSettings settings) {
        this.outside = outside;
        this.settings = settings;
    }

    /**
     * @param standIn the built-in summarizer, for {@link EngineSettings#degrade}
     */
    public Summarizer create(Route route, Optional<Target> standIn) {
        CompletionRunner runner = runner();
        CallComposer composer =
                new CallComposer(outside.prompts(), outside.tokens(), settings.call());
        Maker single = new SingleCallMaker(runner, composer, this::envelope, outside.observer());
        Maker maker =
                new StoringMaker(single, outside.cache(), settings.lifetimes(), outside.clock());
        if (outside.lease() != FlightLease.ALONE) {
            maker =
                    new LeasedMaker(
                            maker,
                            outside.lease(),
                            outside.cache(),
                            outside.processName(),
                            settings.lease(),
                            outside.clock(),
                            outside.sleeper());
        }
        if (settings.degrade() && standIn.isPresent()) {
            maker = new DegradingMaker(maker, single, standIn.get());
        }
        return new Summarizer(
                route,
                "",
                outside.cache(),
                new SingleFlight(maker, outside.clock()),
                new IdempotentRequests(
                        outside.idempotency(), settings.idempotency(), outside.clock()),
                composer::estimate,
                settings,
                outside.observer(),
                outside.clock());
    }

    private Envelope envelope(Order order) {
        return new Envelope(
                order.request().deadline(), settings.mostAttempts(), settings.mostCost());
    }

    private CompletionRunner runner() {
        return new CompletionRunner(
                new RetryPolicy(settings.retry(), outside.random()),
                new Rests(outside.clock()),
                new CompletionGuard(outside.tokens()),
                outside.tokens(),
                settings.leastTime(),
                outside.clock(),
                outside.sleeper());
    }
}

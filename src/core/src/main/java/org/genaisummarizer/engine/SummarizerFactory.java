package org.genaisummarizer.engine;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.genaisummarizer.engine.attempt.CompletionGuard;
import org.genaisummarizer.engine.attempt.CompletionRunner;
import org.genaisummarizer.engine.attempt.Rests;
import org.genaisummarizer.engine.attempt.RetryPolicy;
import org.genaisummarizer.engine.flight.SingleFlight;
import org.genaisummarizer.engine.idempotency.IdempotentRequests;
import org.genaisummarizer.engine.making.DegradingMaker;
import org.genaisummarizer.engine.making.LeasedMaker;
import org.genaisummarizer.engine.making.Maker;
import org.genaisummarizer.engine.making.RouteMaking;
import org.genaisummarizer.engine.making.StoringMaker;
import org.genaisummarizer.engine.planning.LongDocuments;
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
    private final LongDocuments longDocuments;

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
        this(outside, settings, LongDocuments.DEFAULT);
    }

    /**
     * @param longDocuments what is done with documents that do not fit a model
     */
    public SummarizerFactory(
            Outside outside, EngineSettings settings, LongDocuments longDocuments) {
        this.outside = outside;
        this.settings = settings;
        this.longDocuments = longDocuments;
    }

    /**
     * @param standIn the built-in summarizer, for {@link EngineSettings#degrade}
     */
    public Summarizer create(Route route, Optional<Target> standIn) {
        RouteMaking making = making();
        Maker overRoute = making.maker();
        Maker maker =
                new StoringMaker(overRoute, outside.cache(), settings.lifetimes(), outside.clock());
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
            maker = new DegradingMaker(maker, overRoute, standIn.get());
        }
        return new Summarizer(
                route,
                longDocuments.way().name(),
                outside.cache(),
                new SingleFlight(maker, outside.clock()),
                new IdempotentRequests(
                        outside.idempotency(), settings.idempotency(), outside.clock()),
                making.estimator(),
                settings,
                outside.observer(),
                outside.clock());
    }

    private RouteMaking making() {
        Rests rests = new Rests(outside.clock());
        return new RouteMaking(
                new RouteMaking.Needs(
                        runner(rests),
                        rests,
                        outside.prompts(),
                        outside.tokens(),
                        outside.cache(),
                        outside.observer(),
                        outside.clock()),
                new RouteMaking.Settings(
                        longDocuments,
                        settings.call(),
                        settings.mostAttempts() - 1,
                        settings.mostCost(),
                        settings.lifetimes().firstChoice()));
    }

    private CompletionRunner runner(Rests rests) {
        return new CompletionRunner(
                new RetryPolicy(settings.retry(), outside.random()),
                rests,
                new CompletionGuard(outside.tokens()),
                outside.tokens(),
                settings.leastTime(),
                outside.clock(),
                outside.sleeper());
    }
}

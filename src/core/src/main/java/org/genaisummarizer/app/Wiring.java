package org.genaisummarizer.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.api.SummaryEndpoint;
import org.genaisummarizer.cache.MemoryCache;
import org.genaisummarizer.cache.MemoryIdempotencyStore;
import org.genaisummarizer.cache.MemoryResultStore;
import org.genaisummarizer.engine.EngineSettings;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.SummarizerFactory;
import org.genaisummarizer.engine.attempt.RetryPolicy;
import org.genaisummarizer.engine.making.LeasedMaker;
import org.genaisummarizer.engine.making.StoringMaker;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.engine.prompt.Fence;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.genaisummarizer.model.CompletionRequest.Limits;
import org.genaisummarizer.provider.http.Timers;
import org.genaisummarizer.telemetry.MicrometerObserver;

/** Puts the service together from its configuration. */
@ApplicationScoped
public class Wiring {

    /** Results and outcomes are few beside summaries. */
    private static final int SHARE_OF_CACHE = 4;

    private static final int FENCE_KEY_BYTES = 32;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    SummaryObserver observer(MeterRegistry registry) {
        return new MicrometerObserver(registry);
    }

    @Produces
    @Singleton
    ResultStore results(Settings settings, Clock clock) {
        return new MemoryResultStore(
                settings.cacheBytes() / SHARE_OF_CACHE, settings.resultTtl(), clock);
    }

    @Produces
    @Singleton
    Summarizer summarizer(
            Settings settings, Config config, Vertx vertx, Clock clock, SummaryObserver observer) {
        Timers timers =
                (millis, task) -> {
                    long timer = vertx.setTimer(millis, id -> task.run());
                    return () -> vertx.cancelTimer(timer);
                };
        SummarizerFactory.Outside outside =
                new SummarizerFactory.Outside(
                        new MemoryCache(settings.cacheBytes(), clock),
                        FlightLease.ALONE,
                        new MemoryIdempotencyStore(settings.cacheBytes() / SHARE_OF_CACHE, clock),
                        new ScriptTokenCounter(),
                        new PromptComposer(new Fence(fenceKey())),
                        observer,
                        clock,
                        Sleeper.SYSTEM,
                        RandomGenerator.getDefault(),
                        UUID.randomUUID().toString());
        return new SummarizerFactory(outside, engine(settings))
                .create(
                        new RouteFactory(settings, config, timers, clock).route(),
                        Optional.of(RouteFactory.extractive()));
    }

    private static byte[] fenceKey() {
        byte[] key = new byte[FENCE_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static EngineSettings engine(Settings settings) {
        EngineSettings usual = EngineSettings.DEFAULT;
        return new EngineSettings(
                new Limits(settings.firstToken(), settings.stall(), settings.timeout()),
                RetryPolicy.Rules.DEFAULT,
                usual.mostAttempts(),
                usual.leastTime(),
                new StoringMaker.Lifetimes(settings.cacheTtl(), settings.cacheTtlFallback()),
                LeasedMaker.Times.DEFAULT,
                settings.idempotencyTtl(),
                settings.maxCost(),
                settings.maxRequests(),
                settings.degrade() == Settings.Degrade.EXTRACTIVE);
    }

    @Produces
    @Singleton
    SummaryEndpoint endpoint(Summarizer summarizer, ResultStore results, Settings settings) {
        return new SummaryEndpoint(
                summarizer,
                results,
                settings.maxBytes(),
                () -> UUID.randomUUID().toString(),
                Sleeper.SYSTEM);
    }
}

package org.genaisummarizer.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.api.SummaryEndpoint;
import org.genaisummarizer.cache.redis.RedisClients;
import org.genaisummarizer.engine.EngineSettings;
import org.genaisummarizer.engine.RequestBounds;
import org.genaisummarizer.engine.Route;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.SummarizerFactory;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.attempt.RetryPolicy;
import org.genaisummarizer.engine.making.LeasedMaker;
import org.genaisummarizer.engine.making.StoringMaker;
import org.genaisummarizer.engine.planning.LongDocuments;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.engine.prompt.Fence;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.genaisummarizer.model.CompletionRequest.Limits;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.provider.extractive.ExtractiveShrinker;
import org.genaisummarizer.provider.extractive.LexicalRanker;
import org.genaisummarizer.provider.http.Timers;
import org.genaisummarizer.telemetry.MicrometerObserver;
import org.genaisummarizer.telemetry.Observers;
import org.genaisummarizer.telemetry.Prices;
import org.genaisummarizer.telemetry.RequestLog;
import org.genaisummarizer.telemetry.Tracing;
import org.jboss.logging.Logger;

/** Puts the service together from its configuration. */
@ApplicationScoped
public class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);

    /** Its lines are JSON already; the configuration gives it a handler that adds nothing. */
    private static final Logger REQUESTS = Logger.getLogger("org.genaisummarizer.request");

    private static final int FENCE_KEY_BYTES = 32;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Route route(Settings settings, Config config, Instance<Vertx> vertx, Clock clock) {
        UnknownSettings.in(config)
                .forEach(name -> LOG.warnf("%s is no setting of this service", name));
        // A function that calls no provider has no use for its threads, and starts without them.
        Timers timers =
                (millis, task) -> {
                    Vertx loops = vertx.get();
                    long timer = loops.setTimer(millis, id -> task.run());
                    return () -> loops.cancelTimer(timer);
                };
        return new RouteFactory(settings, config, new Vendors.OverHttp(timers, clock), clock)
                .route();
    }

    @Produces
    @Singleton
    SummaryObserver observer(MeterRegistry registry, Route route, Instance<Tracing> built) {
        Tracing tracing = built.isResolvable() ? built.get() : Tracing.NONE;
        return new Observers(
                List.of(
                        new MicrometerObserver(registry, prices(route)),
                        new RequestLog(REQUESTS::info, tracing),
                        tracing));
    }

    /** By provider alone: the name that one gives its model in an answer may be a longer one. */
    private static Prices prices(Route route) {
        Map<String, Price> prices =
                route.targets().stream()
                        .collect(
                                Collectors.toMap(
                                        target -> target.provider().name(),
                                        Target::price,
                                        (first, second) -> first));
        return (provider, model) -> prices.getOrDefault(provider, Price.FREE);
    }

    @Produces
    @Singleton
    Stores stores(Settings settings, Instance<Vertx> vertx, Clock clock) {
        return RedisFactory.servers(settings.redis())
                .map(
                        servers ->
                                Stores.inRedis(
                                        RedisClients.create(vertx.get(), servers), settings, clock))
                .orElseGet(() -> Stores.inProcess(settings, clock));
    }

    @Produces
    @Singleton
    ResultStore results(Stores stores) {
        return stores.results();
    }

    @Produces
    @Singleton
    Summarizer summarizer(
            Settings settings, Stores stores, Route route, Clock clock, SummaryObserver observer) {
        SummarizerFactory.Outside outside =
                new SummarizerFactory.Outside(
                        stores.cache(),
                        stores.lease(),
                        stores.idempotency(),
                        new ScriptTokenCounter(),
                        new PromptComposer(new Fence(fenceKey())),
                        observer,
                        clock,
                        Sleeper.SYSTEM,
                        RandomGenerator.getDefault(),
                        UUID.randomUUID().toString());
        return new SummarizerFactory(outside, engine(settings), longDocuments(settings))
                .create(route, Optional.of(RouteFactory.extractive()));
    }

    private static LongDocuments longDocuments(Settings settings) {
        return new LongDocuments(
                settings.longDocuments(),
                settings.parallel(),
                settings.partial(),
                new ExtractiveShrinker(),
                new LexicalRanker());
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
                new RequestBounds(
                        settings.maxRequests(),
                        settings.maxTenantRequests().orElse(settings.maxRequests())),
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

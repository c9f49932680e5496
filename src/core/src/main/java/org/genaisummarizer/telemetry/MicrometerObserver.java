package org.genaisummarizer.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.Usage;

/**
 * Counts what the engine does. Labels have the operator's words and ours alone: providers and
 * models as configured, outcomes from a fixed list; nothing that a caller sends is among them.
 * Names follow OpenTelemetry's GenAI conventions where those have one.
 */
public final class MicrometerObserver implements SummaryObserver {

    private final MeterRegistry registry;

    /**
     * A registry looks meters up by building their ids, which a cached answer should not have to
     * wait for.
     */
    private final Map<String, Counter> requests = new ConcurrentHashMap<>();

    private final Map<CacheStatus, Counter> lookups = new ConcurrentHashMap<>();
    private final Timer durations;

    public MicrometerObserver(MeterRegistry registry) {
        this.registry = registry;
        this.durations =
                Timer.builder("summarizer.request.duration")
                        .description("Time to answer a request")
                        .register(registry);
    }

    @Override
    public void cacheAsked(SummaryRequest request, CacheStatus result) {
        lookups.computeIfAbsent(
                        result,
                        status ->
                                Counter.builder("summarizer.cache.lookups")
                                        .description("Look-ups in the cache of summaries")
                                        .tag("result", status.name().toLowerCase(Locale.ROOT))
                                        .register(registry))
                .increment();
    }

    @Override
    public void firstToken(SummaryRequest request, String provider, String model, Duration after) {
        Timer.builder("gen_ai.server.time_to_first_token")
                .description("Time from a call's begin to its first text")
                .tags("gen_ai.provider.name", provider, "gen_ai.request.model", model)
                .register(registry)
                .record(after);
    }

    @Override
    public void attemptEnded(SummaryRequest request, Attempt attempt) {
        Timer.builder("gen_ai.client.operation.duration")
                .description("Time of a call to a provider")
                .tags(
                        "gen_ai.provider.name",
                        attempt.provider(),
                        "gen_ai.request.model",
                        attempt.model(),
                        "outcome",
                        attempt.outcome())
                .register(registry)
                .record(attempt.duration());
        Usage usage = attempt.usage();
        tokens(attempt, "input", usage.input());
        tokens(attempt, "output", usage.output());
        spent(attempt);
    }

    private void tokens(Attempt attempt, String type, long count) {
        if (count > 0) {
            DistributionSummary.builder("gen_ai.client.token.usage")
                    .description("Tokens of a call to a provider")
                    .baseUnit("token")
                    .tags(
                            "gen_ai.provider.name",
                            attempt.provider(),
                            "gen_ai.request.model",
                            attempt.model(),
                            "gen_ai.token.type",
                            type)
                    .register(registry)
                    .record(count);
        }
    }

    private void spent(Attempt attempt) {
        Cost cost = attempt.cost();
        if (cost.amount().signum() > 0) {
            Counter.builder("summarizer.cost")
                    .description("Money spent, by whether the call gave an answer")
                    .baseUnit("usd")
                    .tags(
                            "gen_ai.provider.name",
                            attempt.provider(),
                            "gen_ai.request.model",
                            attempt.model(),
                            "use",
                            attempt.isCompleted() ? "answered" : "wasted")
                    .register(registry)
                    .increment(cost.amount().doubleValue());
        }
    }

    @Override
    public void requestEnded(SummaryRequest request, SummaryEvent.Terminal end, Duration after) {
        String outcome =
                switch (end) {
                    case SummaryEvent.Completed completed ->
                            completed.summary().degraded() ? "degraded" : "completed";
                    case SummaryEvent.Failed failed -> failed.failure().slug();
                };
        requests.computeIfAbsent(
                        outcome,
                        name ->
                                Counter.builder("summarizer.requests")
                                        .description("Requests by how they ended")
                                        .tag("outcome", name)
                                        .register(registry))
                .increment();
        durations.record(after);
    }
}

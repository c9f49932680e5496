package org.genaisummarizer.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryRequest;

/**
 * Counts what the engine does. Labels have the operator's words and ours alone: providers and
 * models as configured, outcomes from a fixed list; nothing that a caller sends is among them.
 * Names follow OpenTelemetry's semantic conventions for generative AI where those have one.
 */
public final class MicrometerObserver implements SummaryObserver {

    /** The buckets that the conventions advise for a call's duration, with a minute as the last. */
    private static final Duration[] CALL_BUCKETS = buckets(10, 40, 160, 640, 2_560, 10_240, 60_000);

    private static final Duration[] REQUEST_BUCKETS =
            buckets(1, 5, 25, 100, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000);

    private final MeterRegistry registry;
    private final Prices prices;

    /**
     * A registry looks meters up by building their ids, which a cached answer should not have to
     * wait for.
     */
    private final Map<String, Counter> requests = new ConcurrentHashMap<>();

    private final Map<CacheStatus, Counter> lookups = new ConcurrentHashMap<>();
    private final Map<Model, Counter> savings = new ConcurrentHashMap<>();
    private final Timer durations;

    private record Model(String provider, String name) {

        Tags tags(String... more) {
            return Tags.of("gen_ai.provider.name", provider, "gen_ai.request.model", name)
                    .and(more);
        }
    }

    public MicrometerObserver(MeterRegistry registry, Prices prices) {
        this.registry = registry;
        this.prices = prices;
        this.durations =
                Timer.builder("summarizer.request.duration")
                        .description("Time to answer a request")
                        .serviceLevelObjectives(REQUEST_BUCKETS)
                        .register(registry);
    }

    private static Duration[] buckets(int... millis) {
        Duration[] buckets = new Duration[millis.length];
        for (int i = 0; i < millis.length; i++) {
            buckets[i] = Duration.ofMillis(millis[i]);
        }
        return buckets;
    }

    @Override
    public void observe(SummaryRequest request, Observation observation) {
        switch (observation) {
            case Observation.CacheAsked asked -> cacheAsked(asked.result());
            case Observation.PartFound found -> saved(found.part());
            case Observation.FirstToken first -> firstToken(first);
            case Observation.AttemptEnded ended -> attemptEnded(ended.attempt());
            case Observation.RequestEnded ended -> requestEnded(ended.end(), ended.after());
            case Observation.RequestBegan began -> {}
            case Observation.PartBegan began -> {}
            case Observation.PartEnded ended -> {}
        }
    }

    private void cacheAsked(CacheStatus result) {
        lookups.computeIfAbsent(
                        result,
                        status ->
                                Counter.builder("summarizer.cache.lookups")
                                        .description("Look-ups in the cache of summaries")
                                        .tag("result", status.name().toLowerCase(Locale.ROOT))
                                        .register(registry))
                .increment();
    }

    private void firstToken(Observation.FirstToken first) {
        Timer.builder("gen_ai.server.time_to_first_token")
                .description("Time from a call's begin to its first text")
                .tags(new Model(first.provider(), first.model()).tags())
                .serviceLevelObjectives(CALL_BUCKETS)
                .register(registry)
                .record(first.after());
    }

    private void attemptEnded(Attempt attempt) {
        Model model = new Model(attempt.provider(), attempt.model());
        Timer.builder("gen_ai.client.operation.duration")
                .description("Time of a call to a provider")
                .tags(model.tags("outcome", attempt.outcome()))
                .serviceLevelObjectives(CALL_BUCKETS)
                .register(registry)
                .record(attempt.duration());
        tokens(model, "input", attempt.usage().input());
        tokens(model, "output", attempt.usage().output());
        double spent = attempt.cost().amount().doubleValue();
        if (spent > 0) {
            money(model, attempt.isCompleted() ? "answered" : "wasted").increment(spent);
        }
    }

    private void tokens(Model model, String type, long count) {
        if (count > 0) {
            DistributionSummary.builder("gen_ai.client.token.usage")
                    .description("Tokens of a call to a provider")
                    .baseUnit("token")
                    .tags(model.tags("gen_ai.token.type", type))
                    .register(registry)
                    .record(count);
        }
    }

    private Counter money(Model model, String use) {
        return Counter.builder("summarizer.cost")
                .description(
                        "Money spent on answers, wasted on failed attempts, saved by the cache")
                .baseUnit("usd")
                .tags(model.tags("use", use))
                .register(registry);
    }

    private void requestEnded(SummaryEvent.Terminal end, Duration after) {
        requests.computeIfAbsent(
                        Outcomes.of(end),
                        name ->
                                Counter.builder("summarizer.requests")
                                        .description("Requests by how they ended")
                                        .tag("outcome", name)
                                        .register(registry))
                .increment();
        durations.record(after);
        if (end instanceof SummaryEvent.Completed completed && wasThere(completed.summary())) {
            saved(completed.summary());
        }
    }

    private static boolean wasThere(Summary summary) {
        return summary.cache() == CacheStatus.HIT || summary.cache() == CacheStatus.SHARED;
    }

    /** What would have had to be paid for what was there already. */
    private void saved(Summary summary) {
        double saved =
                prices.of(summary.provider(), summary.model()).of(summary.usage()).doubleValue();
        if (saved > 0) {
            savings.computeIfAbsent(
                            new Model(summary.provider(), summary.model()),
                            model -> money(model, "saved"))
                    .increment(saved);
        }
    }
}

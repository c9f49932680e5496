package org.genaisummarizer.engine.making;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.genaisummarizer.cache.MemoryCache;
import org.genaisummarizer.cache.MemoryIdempotencyStore;
import org.genaisummarizer.engine.EngineSettings;
import org.genaisummarizer.engine.Route;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.SummarizerFactory;
import org.genaisummarizer.engine.planning.LongDocuments;
import org.genaisummarizer.engine.port.CallFacts;
import org.genaisummarizer.engine.port.ChunkRanker;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.Shrinker;
import org.genaisummarizer.engine.prompt.Fence;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheDirectives;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Document;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.testing.time.ManualClock;

/** The whole engine over fake models, with a clock that stands still. */
final class Engine {

    final ManualClock clock = new ManualClock();
    final List<SummaryEvent> events = Collections.synchronizedList(new ArrayList<>());
    final List<Attempt> observed = Collections.synchronizedList(new ArrayList<>());
    final List<String> told = Collections.synchronizedList(new ArrayList<>());
    final List<Summary> partsFound = Collections.synchronizedList(new ArrayList<>());

    private final List<FakeModel> models;
    private LongDocuments longDocuments = LongDocuments.DEFAULT;
    private Optional<BigDecimal> mostCost = Optional.empty();
    private Optional<Summarizer> summarizer = Optional.empty();

    Engine(FakeModel... models) {
        this.models = List.of(models);
    }

    Engine with(LongDocuments settings) {
        longDocuments = settings;
        return this;
    }

    Engine parallel(int calls) {
        return with(settings(LongDocuments.Way.MAP_REDUCE, calls, false));
    }

    Engine partial() {
        return with(settings(LongDocuments.Way.MAP_REDUCE, 1, true));
    }

    static LongDocuments settings(LongDocuments.Way way, int parallel, boolean partial) {
        return new LongDocuments(way, parallel, partial, Shrinker.NONE, ChunkRanker.NONE);
    }

    Engine mostCost(BigDecimal usd) {
        mostCost = Optional.of(usd);
        return this;
    }

    Summarizer summarizer() {
        if (summarizer.isEmpty()) {
            summarizer = Optional.of(create());
        }
        return summarizer.get();
    }

    private void hear(Observation observation) {
        switch (observation) {
            case Observation.RequestBegan began -> told.add("begin");
            case Observation.RequestEnded ended -> told.add("end");
            case Observation.CacheAsked asked -> told.add("cache " + asked.result());
            case Observation.PartBegan began -> told.add("part " + began.part());
            case Observation.PartEnded ended ->
                    told.add("part " + ended.part() + " " + ended.end());
            case Observation.PartFound found -> partsFound.add(found.part());
            case Observation.AttemptEnded ended -> {
                observed.add(ended.attempt());
                told.add(words(ended.attempt(), ended.facts()));
            }
            case Observation.FirstToken first -> {}
        }
    }

    private static String words(Attempt attempt, CallFacts facts) {
        return "call for %s by %s: %s"
                .formatted(
                        facts.part().isPresent() ? "part " + facts.part().getAsInt() : "all",
                        facts.model().orElse("nobody"),
                        facts.finishReason().map(FinishReason::wire).orElse(attempt.outcome()));
    }

    private Summarizer create() {
        EngineSettings usual = EngineSettings.DEFAULT;
        EngineSettings settings =
                new EngineSettings(
                        usual.call(),
                        usual.retry(),
                        usual.mostAttempts(),
                        usual.leastTime(),
                        usual.lifetimes(),
                        usual.lease(),
                        usual.idempotency(),
                        mostCost,
                        usual.requests(),
                        usual.degrade());
        SummarizerFactory.Outside outside =
                new SummarizerFactory.Outside(
                        new MemoryCache(10_000_000, clock),
                        FlightLease.ALONE,
                        new MemoryIdempotencyStore(1_000_000, clock),
                        new ScriptTokenCounter(),
                        new PromptComposer(new Fence(new byte[32])),
                        (any, observation) -> hear(observation),
                        clock,
                        clock::sleep,
                        new Random(1),
                        "test");
        Route route = new Route(models.stream().map(FakeModel::target).toList());
        return new SummarizerFactory(outside, settings, longDocuments)
                .create(route, Optional.empty());
    }

    SummaryEvent.Terminal ask(SummaryRequest request) {
        events.clear();
        return summarizer().summarize(request, events::add);
    }

    Summary summary(SummaryRequest request) {
        SummaryEvent.Terminal end = ask(request);
        if (end instanceof SummaryEvent.Completed completed) {
            return completed.summary();
        }
        throw new AssertionError("no summary: " + end);
    }

    SummaryEvent.Failed failed(SummaryRequest request) {
        SummaryEvent.Terminal end = ask(request);
        if (end instanceof SummaryEvent.Failed failed) {
            return failed;
        }
        throw new AssertionError("no failure: " + end);
    }

    SummaryRequest request(String text) {
        return request(text, SummaryOptions.DEFAULT, CacheDirectives.NONE, Caller.ANONYMOUS);
    }

    SummaryRequest request(String text, SummaryOptions options) {
        return request(text, options, CacheDirectives.NONE, Caller.ANONYMOUS);
    }

    SummaryRequest request(
            String text, SummaryOptions options, CacheDirectives cache, Caller caller) {
        return new SummaryRequest(
                "id-1",
                Document.of(text),
                options,
                caller,
                Deadline.after(clock, Duration.ofSeconds(60)),
                cache,
                Optional.empty());
    }

    <T extends SummaryEvent> Stream<T> events(Class<T> type) {
        return List.copyOf(events).stream().filter(type::isInstance).map(type::cast);
    }

    /** English paragraphs, each word of which says which it is. */
    static String document(int words) {
        StringBuilder text = new StringBuilder("The minutes of the meeting:");
        for (int i = 0; i < words; i++) {
            boolean paragraph = i % 60 == 59;
            text.append(i % 15 == 0 ? " The word" : " word").append(i);
            text.append(i % 15 == 14 ? "." : "").append(paragraph ? "\n\n" : "");
        }
        return text.toString().strip();
    }
}

package org.genaisummarizer.lambda;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.genaisummarizer.api.SummaryEndpoint;
import org.genaisummarizer.cache.MemoryCache;
import org.genaisummarizer.cache.MemoryIdempotencyStore;
import org.genaisummarizer.cache.MemoryResultStore;
import org.genaisummarizer.engine.EngineSettings;
import org.genaisummarizer.engine.Route;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.SummarizerFactory;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.engine.prompt.Fence;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.genaisummarizer.lambda.http.HttpEvents;
import org.genaisummarizer.lambda.http.HttpHandler;
import org.genaisummarizer.lambda.runtime.Invocation;
import org.genaisummarizer.lambda.runtime.Reply;
import org.genaisummarizer.lambda.runtime.TimeLimit;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.provider.extractive.ExtractiveProvider;

/**
 * Does once, in init, what the first event will need: one request parsed, one summary made by the
 * built-in summarizer, one answer written. The engine it uses is one of its own, so that no
 * provider is called, nothing is counted and nothing stays in a cache.
 */
@Singleton
final class WarmUp {

    private static final int FEW_BYTES = 100_000;
    private static final int FENCE_KEY_BYTES = 32;
    private static final Duration TIME = Duration.ofSeconds(5);

    private static final String EVENT =
            """
            {"version":"2.0","rawPath":"/v1/summaries","rawQueryString":"","headers":\
            {"content-type":"application/json","accept":"application/json"},\
            "requestContext":{"stage":"$default","http":{"method":"POST"}},\
            "body":"{\\"max_words\\":12,\\"text\\":\\"The board met on Tuesday in the old harbour \
            office. It put the vote on the lighthouse off until its engineers have looked at the \
            foundations. The lighthouse has been closed since the storm of last winter. A report of \
            the engineers is expected in the spring.\\"}"}""";

    private final Clock clock;

    WarmUp(Clock clock) {
        this.clock = clock;
    }

    void run() {
        SummaryEndpoint endpoint =
                new SummaryEndpoint(
                        summarizer(),
                        new MemoryResultStore(FEW_BYTES, TIME, clock),
                        FEW_BYTES,
                        () -> "warm-up",
                        Sleeper.SYSTEM);
        Invocation invocation =
                new Invocation(
                        "warm-up",
                        clock.instant().plus(TIME),
                        Optional.empty(),
                        EVENT.getBytes(StandardCharsets.UTF_8));
        try {
            new HttpHandler(new HttpEvents(Optional.empty()), endpoint, new TimeLimit(TIME, clock))
                    .handle(invocation, new Nowhere());
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written anywhere", e);
        }
    }

    private Summarizer summarizer() {
        Target extractive =
                new Target(
                        new ExtractiveProvider(),
                        ExtractiveProvider.NAME,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Price.FREE,
                        false);
        SummarizerFactory.Outside outside =
                new SummarizerFactory.Outside(
                        new MemoryCache(FEW_BYTES, clock),
                        FlightLease.ALONE,
                        new MemoryIdempotencyStore(FEW_BYTES, clock),
                        new ScriptTokenCounter(),
                        new PromptComposer(new Fence(new byte[FENCE_KEY_BYTES])),
                        SummaryObserver.NONE,
                        clock,
                        Sleeper.SYSTEM,
                        RandomGenerator.getDefault(),
                        "warm-up");
        return new SummarizerFactory(outside, EngineSettings.DEFAULT)
                .create(new Route(List.of(extractive)), Optional.empty());
    }

    /** Takes the answer, which nobody waits for. */
    private static final class Nowhere implements Reply {

        @Override
        public void send(byte[] json) {
            if (!new String(json, StandardCharsets.UTF_8).startsWith("{\"statusCode\":200")) {
                throw new IllegalStateException("the warm-up was not answered with a summary");
            }
        }

        @Override
        public OutputStream stream(String contentType) {
            return OutputStream.nullOutputStream();
        }
    }
}

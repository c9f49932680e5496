package org.genaisummarizer.lambda.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.genaisummarizer.cache.MemoryCache;
import org.genaisummarizer.cache.MemoryIdempotencyStore;
import org.genaisummarizer.cache.MemoryResultStore;
import org.genaisummarizer.engine.EngineSettings;
import org.genaisummarizer.engine.Route;
import org.genaisummarizer.engine.SummarizerFactory;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.engine.prompt.Fence;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.genaisummarizer.lambda.sqs.Outbox.NotPutException;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.provider.extractive.ExtractiveProvider;
import org.genaisummarizer.queue.Delivery;
import org.genaisummarizer.queue.QueueWorker;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.api.Test;

class MessageWorkerTest {

    private final ManualClock clock = new ManualClock();
    private final MemoryResultStore results =
            new MemoryResultStore(100_000, Duration.ofHours(1), clock);
    private final List<OutMessage> letters = new ArrayList<>();

    private boolean isDone(Optional<Outbox> deadLetters, SqsRecord message) {
        return new MessageWorker(worker(), deadLetters)
                .isDone(message, Deadline.after(clock, Duration.ofSeconds(10)));
    }

    private static SqsRecord message(String body, Optional<String> group) {
        return new SqsRecord(
                new Delivery("m1", body, new Caller("acme", "billing"), Optional.empty()),
                group,
                1);
    }

    @Test
    void aMessageIsDoneWhenItsResultIsKeptForItsSender() {
        assertThat(
                        isDone(
                                Optional.empty(),
                                message(
                                        "{\"id\":\"doc-7\",\"text\":\"It is short.\"}",
                                        Optional.empty())))
                .isTrue();
        assertThat(results.find(new Caller("acme", "anybody"), "doc-7")).isPresent();
    }

    @Test
    void whatCanNeverBeWorkedOnIsPutAsideWithItsReason() {
        assertThat(isDone(Optional.of(letters::add), message("{", Optional.of("g")))).isTrue();

        assertThat(letters)
                .containsExactly(
                        new OutMessage(
                                "m1",
                                "g",
                                "{",
                                Map.of(
                                        "reason",
                                        "bad-request",
                                        "detail",
                                        "the body must be JSON (RFC 8259), nested no deeper than 32")));
    }

    @Test
    void withoutAPlaceForItItFails() {
        assertThat(isDone(Optional.empty(), message("{", Optional.empty()))).isFalse();
    }

    @Test
    void whatCouldNotBePutAsideFails() {
        Outbox broken =
                letter -> {
                    throw new NotPutException("SQS answered 500");
                };

        assertThat(isDone(Optional.of(broken), message("{", Optional.empty()))).isFalse();
    }

    private QueueWorker worker() {
        Target extractive =
                new Target(
                        new ExtractiveProvider(),
                        ExtractiveProvider.NAME,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Price.FREE,
                        false);
        return new QueueWorker(
                new SummarizerFactory(
                                new SummarizerFactory.Outside(
                                        new MemoryCache(100_000, clock),
                                        FlightLease.ALONE,
                                        new MemoryIdempotencyStore(100_000, clock),
                                        new ScriptTokenCounter(),
                                        new PromptComposer(new Fence(new byte[32])),
                                        SummaryObserver.NONE,
                                        clock,
                                        clock::sleep,
                                        new Random(1),
                                        "test"),
                                EngineSettings.DEFAULT)
                        .create(new Route(List.of(extractive)), Optional.empty()),
                results,
                Optional.empty(),
                10_000);
    }
}

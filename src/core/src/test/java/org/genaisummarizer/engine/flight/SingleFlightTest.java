package org.genaisummarizer.engine.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.genaisummarizer.engine.Providers;
import org.genaisummarizer.engine.making.Draft;
import org.genaisummarizer.engine.making.Maker;
import org.genaisummarizer.engine.making.MakingFailedException;
import org.genaisummarizer.engine.making.Order;
import org.genaisummarizer.model.CacheDirectives;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Samples;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private static final Summary SUMMARY = Samples.summary("leader", "A bridge is built.");

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger makings = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final SingleFlight flights = new SingleFlight(this::make, Clock.systemUTC());

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    private Summary make(Order order, Draft draft)
            throws MakingFailedException, InterruptedException {
        makings.incrementAndGet();
        draft.delta("A bridge ");
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            cancelled.incrementAndGet();
            throw e;
        }
        draft.delta("is built.");
        return SUMMARY;
    }

    private static Order order(CacheDirectives directives) {
        return new Order(
                Samples.request(Clock.systemUTC(), directives),
                Samples.fingerprint(1),
                "en",
                List.of(new Providers.Scripted("first").target()));
    }

    /** A caller and what it was shown. */
    private final class Listener {

        private final StringBuffer shown = new StringBuffer();
        private final Future<Summary> summary;

        private Listener(CacheDirectives directives) {
            summary = callers.submit(() -> flights.join(order(directives), this::hear));
        }

        private void hear(SummaryEvent event) {
            if (event instanceof SummaryEvent.Delta delta) {
                shown.append(delta.text());
            }
        }
    }

    private Listener caller() {
        return new Listener(CacheDirectives.NONE);
    }

    private List<Listener> aboard(int count) throws InterruptedException {
        List<Listener> all = new ArrayList<>();
        all.add(caller());
        begun.await();
        for (int i = 1; i < count; i++) {
            all.add(caller());
        }
        for (Listener one : all) {
            Await.until("it hears the beginning", () -> one.shown.toString().equals("A bridge "));
        }
        return all;
    }

    @Test
    void equalRequestsShareOneMakingAndEachHearsAllOfIt() throws Exception {
        List<Listener> all = aboard(100);
        goOn.countDown();

        for (Listener one : all) {
            assertThat(one.summary.get().text()).isEqualTo(SUMMARY.text());
            assertThat(one.shown.toString()).isEqualTo(SUMMARY.text());
        }
        assertThat(makings).hasValue(1);
        assertThat(all.getFirst().summary.get().cache()).isEqualTo(CacheStatus.MISS);
        assertThat(all.getLast().summary.get().cache()).isEqualTo(CacheStatus.SHARED);
        assertThat(all.getLast().summary.get().cost().amount()).isZero();
        assertThat(flights.size()).isZero();
    }

    @Test
    void oneThatLeavesDoesNotDisturbTheOthersEvenIfItCameFirst() throws Exception {
        List<Listener> all = aboard(3);

        all.getFirst().summary.cancel(true);
        goOn.countDown();

        assertThat(all.get(1).summary.get().text()).isEqualTo(SUMMARY.text());
        assertThat(all.get(2).summary.get().text()).isEqualTo(SUMMARY.text());
        assertThat(makings).hasValue(1);
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void whenTheLastLeavesTheMakingIsCancelled() throws Exception {
        List<Listener> all = aboard(2);

        all.forEach(one -> one.summary.cancel(true));

        Await.until("cancelled", () -> cancelled.get() == 1);
        Await.until("nothing is in flight", () -> flights.size() == 0);
    }

    @Test
    void whoHearsNothingGetsTheSameSummaryAndCanLeaveLikeTheOthers() throws Exception {
        Order order = order(CacheDirectives.NONE);
        Future<Summary> stays = callers.submit(() -> flights.join(order, SummaryEvent.UNHEARD));
        begun.await();
        Future<Summary> leaves = callers.submit(() -> flights.join(order, SummaryEvent.UNHEARD));
        Listener hears = caller();
        Await.until("it hears the beginning", () -> hears.shown.toString().equals("A bridge "));
        leaves.cancel(true);
        goOn.countDown();

        assertThat(stays.get().text()).isEqualTo(SUMMARY.text());
        assertThat(hears.summary.get().text()).isEqualTo(SUMMARY.text());
        assertThat(makings).hasValue(1);
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void whoHearsNothingIsHeldToItsDeadlineToo() throws Exception {
        Order order =
                new Order(
                        Samples.request(
                                Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)),
                                CacheDirectives.NONE),
                        Samples.fingerprint(1),
                        "en",
                        List.of(new Providers.Scripted("first").target()));

        Future<Summary> late = callers.submit(() -> flights.join(order, SummaryEvent.UNHEARD));

        assertThatThrownBy(late::get)
                .cause()
                .isInstanceOfSatisfying(
                        MakingFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(Failure.DeadlineExceeded.class));
    }

    @Test
    void whoWantsNoCacheFliesAlone() throws Exception {
        aboard(1);
        Listener alone = new Listener(new CacheDirectives(true, false, false, Optional.empty()));
        Await.until("a second making", () -> makings.get() == 2);
        goOn.countDown();

        assertThat(alone.summary.get().cache()).isNotEqualTo(CacheStatus.SHARED);
    }

    @Test
    void allAreToldOfAFailureAndOnlyTheFirstOfItsAttempts() throws Exception {
        CountDownLatch bothAboard = new CountDownLatch(1);
        Maker failing =
                (order, draft) -> {
                    bothAboard.await();
                    throw new MakingFailedException(
                            new Failure.ServerError(503),
                            List.of(Samples.attempt("p", "server-error", SUMMARY.usage())));
                };
        SingleFlight flight = new SingleFlight(failing, Clock.systemUTC());
        Order order = order(CacheDirectives.NONE);
        Future<Summary> first = callers.submit(() -> flight.join(order, event -> {}));
        Await.until("in flight", () -> flight.size() == 1);
        CountDownLatch joined = new CountDownLatch(1);
        Future<Summary> second =
                callers.submit(
                        () -> {
                            joined.countDown();
                            return flight.join(order, event -> {});
                        });
        joined.await();
        bothAboard.countDown();

        assertThat(attempts(first)).isEqualTo(1);
        // It joined, or came a moment later and failed by itself.
        assertThat(attempts(second)).isBetween(0, 1);
    }

    private static int attempts(Future<Summary> caller) throws InterruptedException {
        try {
            caller.get();
            throw new AssertionError("there is no summary");
        } catch (ExecutionException e) {
            return ((MakingFailedException) e.getCause()).attempts().size();
        }
    }
}

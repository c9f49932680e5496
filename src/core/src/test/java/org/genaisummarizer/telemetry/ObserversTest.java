package org.genaisummarizer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.genaisummarizer.engine.port.CallFacts;
import org.genaisummarizer.engine.port.PartEnd;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryRequest;
import org.junit.jupiter.api.Test;

class ObserversTest {

    private final List<String> seen = new ArrayList<>();

    @Test
    void everyObserverSeesEveryEventEvenBesideOneThatThrows() {
        Observers observers = new Observers(List.of(new Broken(), new Recording()));

        observers.requestBegan(Requests.request());
        observers.cacheAsked(Requests.request(), CacheStatus.MISS, Duration.ZERO);
        observers.partBegan(Requests.request(), 1);
        observers.partEnded(Requests.request(), 1, PartEnd.MADE);
        observers.firstToken(Requests.request(), "p", "m", Duration.ZERO);
        observers.attemptEnded(
                Requests.request(), Requests.attempt("completed", "0"), CallFacts.NONE);
        observers.requestEnded(
                Requests.request(),
                new SummaryEvent.Failed(new Failure.Cancelled(), List.of()),
                Duration.ZERO);

        assertThat(seen)
                .containsExactly(
                        "begin", "cache", "part", "part end", "first token", "attempt", "end");
    }

    private final class Recording implements SummaryObserver {

        @Override
        public void requestBegan(SummaryRequest request) {
            seen.add("begin");
        }

        @Override
        public void partBegan(SummaryRequest request, int part) {
            seen.add("part");
        }

        @Override
        public void partEnded(SummaryRequest request, int part, PartEnd end) {
            seen.add("part end");
        }

        @Override
        public void cacheAsked(SummaryRequest request, CacheStatus result, Duration after) {
            seen.add("cache");
        }

        @Override
        public void firstToken(
                SummaryRequest request, String provider, String model, Duration after) {
            seen.add("first token");
        }

        @Override
        public void attemptEnded(SummaryRequest request, Attempt attempt, CallFacts facts) {
            seen.add("attempt");
        }

        @Override
        public void requestEnded(
                SummaryRequest request, SummaryEvent.Terminal end, Duration after) {
            seen.add("end");
        }
    }

    private static final class Broken implements SummaryObserver {

        @Override
        public void requestBegan(SummaryRequest request) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void partBegan(SummaryRequest request, int part) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void partEnded(SummaryRequest request, int part, PartEnd end) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void cacheAsked(SummaryRequest request, CacheStatus result, Duration after) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void firstToken(
                SummaryRequest request, String provider, String model, Duration after) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void attemptEnded(SummaryRequest request, Attempt attempt, CallFacts facts) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void requestEnded(
                SummaryRequest request, SummaryEvent.Terminal end, Duration after) {
            throw new IllegalStateException("broken");
        }
    }
}

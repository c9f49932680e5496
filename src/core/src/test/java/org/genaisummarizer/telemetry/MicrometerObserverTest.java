package org.genaisummarizer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.genaisummarizer.engine.port.CallFacts;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.Observation.AttemptEnded;
import org.genaisummarizer.engine.port.Observation.CacheAsked;
import org.genaisummarizer.engine.port.Observation.FirstToken;
import org.genaisummarizer.engine.port.Observation.PartFound;
import org.genaisummarizer.engine.port.Observation.RequestEnded;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryEvent.Completed;
import org.genaisummarizer.model.SummaryEvent.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MicrometerObserverTest {

    private static final Duration TIME = Duration.ofMillis(20);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerObserver observer =
            new MicrometerObserver(
                    registry,
                    (provider, model) -> new Price(new BigDecimal("0.40"), new BigDecimal("1.60")));

    @Test
    void requestsAreCountedByHowTheyEnded() {
        ended(new Completed(Requests.summary(CacheStatus.MISS, false)));
        ended(new Completed(Requests.summary(CacheStatus.MISS, false)));
        ended(new Completed(Requests.summary(CacheStatus.MISS, true)));
        ended(new Failed(new Failure.ContentRejected(), List.of()));

        assertThat(count("summarizer.requests", "outcome", "completed")).isEqualTo(2);
        assertThat(count("summarizer.requests", "outcome", "degraded")).isEqualTo(1);
        assertThat(count("summarizer.requests", "outcome", "content-rejected")).isEqualTo(1);
        assertThat(registry.get("summarizer.request.duration").timer().count()).isEqualTo(4);
    }

    @Test
    void theCacheIsCountedByItsResult() {
        observe(new CacheAsked(CacheStatus.HIT, TIME));
        observe(new CacheAsked(CacheStatus.HIT, TIME));
        observe(new CacheAsked(CacheStatus.BYPASSED, TIME));

        assertThat(count("summarizer.cache.lookups", "result", "hit")).isEqualTo(2);
        assertThat(count("summarizer.cache.lookups", "result", "bypassed")).isEqualTo(1);
    }

    @Test
    void anAttemptIsCountedWithItsTimeItsTokensAndItsCost() {
        observe(new FirstToken("openai", "gpt", TIME));
        observe(new AttemptEnded(Requests.attempt("completed", "0.50"), CallFacts.NONE));
        observe(new AttemptEnded(Requests.attempt("cut", "0.25"), CallFacts.NONE));

        assertThat(
                        registry.get("gen_ai.client.operation.duration")
                                .tag("outcome", "cut")
                                .timer()
                                .totalTime(java.util.concurrent.TimeUnit.MILLISECONDS))
                .isEqualTo(812);
        assertThat(
                        registry.get("gen_ai.client.token.usage")
                                .tag("gen_ai.token.type", "input")
                                .summary()
                                .totalAmount())
                .isEqualTo(2_000_000);
        assertThat(registry.get("gen_ai.server.time_to_first_token").timer().count()).isEqualTo(1);
        assertThat(count("summarizer.cost", "use", "answered")).isEqualTo(0.50);
        assertThat(count("summarizer.cost", "use", "wasted")).isEqualTo(0.25);
    }

    @ParameterizedTest
    @EnumSource(
            value = CacheStatus.class,
            names = {"HIT", "SHARED"})
    void anAnswerThatWasThereAlreadySavesWhatItWouldHaveCost(CacheStatus cache) {
        ended(new Completed(Requests.summary(cache, false)));

        assertThat(count("summarizer.cost", "use", "saved")).isCloseTo(0.56, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(
            value = CacheStatus.class,
            names = {"MISS", "BYPASSED"})
    void anAnswerThatWasMadeSavesNothing(CacheStatus cache) {
        ended(new Completed(Requests.summary(cache, false)));

        assertThat(registry.find("summarizer.cost").counters()).isEmpty();
    }

    @Test
    void aPartThatWasThereAlreadySavesWhatItWouldHaveCost() {
        observe(new PartFound(Requests.summary(CacheStatus.MISS, false)));
        observe(new PartFound(Requests.summary(CacheStatus.MISS, false)));

        assertThat(count("summarizer.cost", "use", "saved")).isCloseTo(1.12, within(1e-9));
    }

    @Test
    void nothingThatACallerSendsIsALabel() {
        observe(new CacheAsked(CacheStatus.MISS, TIME));
        observe(new FirstToken("openai", "gpt", TIME));
        observe(new AttemptEnded(Requests.attempt("completed", "0.50"), CallFacts.NONE));
        ended(new Completed(Requests.summary(CacheStatus.HIT, false)));

        assertThat(registry.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .filteredOn(tag -> !tag.getKey().equals("le"))
                .extracting(Tag::getValue)
                .isSubsetOf(
                        "openai",
                        "gpt",
                        "completed",
                        "input",
                        "output",
                        "answered",
                        "saved",
                        "hit",
                        "miss");
    }

    private void ended(SummaryEvent.Terminal end) {
        observe(new RequestEnded(end, TIME));
    }

    private void observe(Observation observation) {
        observer.observe(Requests.request(), observation);
    }

    private double count(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }
}

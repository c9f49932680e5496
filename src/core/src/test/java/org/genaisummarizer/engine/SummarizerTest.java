package org.genaisummarizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genaisummarizer.engine.Providers.fails;
import static org.genaisummarizer.engine.Providers.failsAfter;
import static org.genaisummarizer.engine.Providers.says;
import static org.genaisummarizer.engine.Providers.stops;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genaisummarizer.engine.Providers.Scripted;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheDirectives;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.ModelRef;
import org.genaisummarizer.model.Samples;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryEvent.Completed;
import org.genaisummarizer.model.SummaryEvent.Failed;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The use case with all of its policies, from the request to the last event. */
class SummarizerTest {

    private static final Failure.OfProvider DOWN = new Failure.ServerError(503);

    private final ManualClock clock = new ManualClock();
    private final List<SummaryEvent> events = new ArrayList<>();

    private Summarizer summarizer(EngineSettings settings, Scripted... providers) {
        List<Target> targets = Stream.of(providers).map(Scripted::target).toList();
        Target standIn = new Scripted("extractive", says("built in")).target();
        return new SummarizerFactory(Engines.outside(clock, clock::sleep), settings)
                .create(new Route(targets), Optional.of(standIn));
    }

    private Summarizer summarizer(Scripted... providers) {
        return summarizer(EngineSettings.DEFAULT, providers);
    }

    private Summary summary(Summarizer summarizer, SummaryRequest request) {
        return ((Completed) summarizer.summarize(request, events::add)).summary();
    }

    private Failed failure(Summarizer summarizer, SummaryRequest request) {
        return (Failed) summarizer.summarize(request, events::add);
    }

    private static List<String> outcomes(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> attempt.provider() + " " + attempt.outcome())
                .toList();
    }

    @Test
    void aSummaryIsToldPieceByPieceAndThenWhole() {
        Scripted first = new Scripted("first", says("A bridge", " is built."));

        Summary summary = summary(summarizer(first), Samples.request(clock));

        assertThat(summary.text()).isEqualTo("A bridge is built.");
        assertThat(summary.provider()).isEqualTo("first");
        assertThat(summary.cost().amount()).as("100 in, 10 out").isEqualByComparingTo("0.0002");
        assertThat(events.getFirst()).isEqualTo(new SummaryEvent.Started("request-1"));
        assertThat(events.getLast()).isEqualTo(new Completed(summary));
        assertThat(shown()).isEqualTo(summary.text());
    }

    private String shown() {
        StringBuilder shown = new StringBuilder();
        for (SummaryEvent event : events) {
            switch (event) {
                case SummaryEvent.Delta delta -> shown.append(delta.text());
                case SummaryEvent.Restarted restarted -> shown.setLength(0);
                default -> {}
            }
        }
        return shown.toString();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(DOWN, List.of("first server-error", "first server-error")),
                Arguments.of(
                        new Failure.Unreachable(),
                        List.of("first unreachable", "first unreachable")),
                Arguments.of(new Failure.Silent(), List.of("first silent")),
                Arguments.of(new Failure.Misconfigured(401), List.of("first misconfigured")),
                Arguments.of(new Failure.ContextExceeded(), List.of("first context-exceeded")),
                Arguments.of(new Failure.Refused(400), List.of("first refused")),
                Arguments.of(
                        new Failure.RateLimited(Optional.empty()), List.of("first rate-limited")),
                Arguments.of(
                        new Failure.Unusable("empty"),
                        List.of("first unusable", "first unusable")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theNextProviderAnswersAndWhatWasTriedIsTold(
            Failure.OfProvider failure, List<String> tried) {
        Scripted first = new Scripted("first", fails(failure));
        Scripted second = new Scripted("second", says("A bridge."));

        Summary summary = summary(summarizer(first, second), Samples.request(clock));

        assertThat(summary.provider()).isEqualTo("second");
        assertThat(outcomes(summary.attempts()))
                .isEqualTo(Stream.concat(tried.stream(), Stream.of("second completed")).toList());
    }

    @Test
    void textThatWasShownIsTakenBackWhenItsStreamIsCut() {
        Scripted first = new Scripted("first", failsAfter("A brid", new Failure.Cut()));
        Scripted second = new Scripted("second", says("Another bridge."));

        Summary summary = summary(summarizer(first, second), Samples.request(clock));

        assertThat(summary.text()).isEqualTo("Another bridge.");
        assertThat(shown()).isEqualTo("Another bridge.");
        assertThat(outcomes(summary.attempts())).containsExactly("first cut", "second completed");
        assertThat(summary.cost().estimated()).as("what the cut call used is our guess").isTrue();
    }

    @Test
    void aProviderWhoseStreamWasCutIsAskedAgainWhereNobodyElseAnswers() {
        Scripted first =
                new Scripted("first", failsAfter("A brid", new Failure.Cut()), says("A bridge."));
        Scripted second = new Scripted("second", fails(DOWN));

        Summary summary = summary(summarizer(first, second), Samples.request(clock));

        assertThat(shown()).isEqualTo("A bridge.");
        assertThat(outcomes(summary.attempts()))
                .containsExactly(
                        "first cut",
                        "second server-error",
                        "second server-error",
                        "first completed");
    }

    @Test
    void soIsOneThatWasWaitedFor() {
        Scripted first =
                new Scripted(
                        "first",
                        rests(1),
                        failsAfter("A brid", new Failure.Cut()),
                        says("A bridge."));
        Scripted second = new Scripted("second", rests(1), fails(new Failure.Misconfigured(401)));

        Summary summary = summary(summarizer(first, second), Samples.request(clock));

        assertThat(outcomes(summary.attempts()))
                .containsExactly("first cut", "second misconfigured", "first completed");
    }

    @Test
    void aStreamThatIsCutAgainWasItsProvidersLast() {
        Scripted first = new Scripted("first", failsAfter("A brid", new Failure.Cut()));
        Scripted second = new Scripted("second", fails(new Failure.Misconfigured(401)));

        Failed failed = failure(summarizer(first, second), Samples.request(clock));

        assertThat(failed.failure()).isEqualTo(new Failure.Cut());
        assertThat(outcomes(failed.attempts()))
                .containsExactly("first cut", "second misconfigured", "first cut");
    }

    @Test
    void rejectedContentIsToldAndNobodyElseIsAsked() {
        Scripted first = new Scripted("first", fails(new Failure.ContentRejected()));
        Scripted second = new Scripted("second", says("A bridge."));

        Failed failed = failure(summarizer(first, second), Samples.request(clock));

        assertThat(failed.failure()).isEqualTo(new Failure.ContentRejected());
        assertThat(second.calls()).isEmpty();
    }

    @Test
    void aRateLimitIsWaitedForWhenItIsShort() {
        Scripted first =
                new Scripted(
                        "first",
                        fails(new Failure.RateLimited(Optional.of(Duration.ofSeconds(2)))),
                        says("A bridge."));

        Summary summary = summary(summarizer(first), Samples.request(clock));

        assertThat(outcomes(summary.attempts()))
                .containsExactly("first rate-limited", "first completed");
        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(2));
    }

    private static Providers.Act rests(int seconds) {
        return fails(new Failure.Resting(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aRestIsWaitedForWhenItIsShortAndNobodyElseAnswered(int firsts) {
        Scripted first = new Scripted("first", rests(firsts), says("A bridge."));
        Scripted second = new Scripted("second", fails(new Failure.Misconfigured(401)));
        Scripted third = new Scripted("third", rests(5), says("Another bridge."));

        Summary summary = summary(summarizer(first, second, third), Samples.request(clock));

        assertThat(summary.provider()).isEqualTo("first");
        assertThat(outcomes(summary.attempts()))
                .as("nobody is asked again but who was not")
                .containsExactly("second misconfigured", "first completed");
        assertThat(clock.sleeps()).singleElement().satisfies(wait -> isRestAndABit(wait, firsts));
    }

    private static void isRestAndABit(Duration wait, int seconds) {
        assertThat(wait)
                .isBetween(
                        Duration.ofSeconds(seconds), Duration.ofSeconds(seconds).plusMillis(300));
    }

    @Test
    void whoStillRestsAfterAWaitIsWaitedForAgainButNotForEver() {
        Scripted probed = new Scripted("first", rests(1), rests(1), rests(1), says("A bridge."));
        Scripted never = new Scripted("first", rests(1));

        assertThat(summary(summarizer(probed), Samples.request(clock)).provider())
                .isEqualTo("first");
        assertThat(clock.sleeps()).hasSize(3).allSatisfy(wait -> isRestAndABit(wait, 1));
        assertThat(failure(summarizer(never), Samples.request(clock)).failure())
                .isEqualTo(new Failure.Resting(Duration.ofSeconds(1)));
        assertThat(clock.sleeps()).as("five seconds in all").hasSizeBetween(3 + 3, 3 + 5);
    }

    @Test
    void aRestIsNotWaitedForWhenItIsLong() {
        Scripted first = new Scripted("first", rests(6), says("A bridge."));
        Scripted second = new Scripted("second", fails(new Failure.Misconfigured(401)));

        Failed failed = failure(summarizer(first, second), Samples.request(clock));

        assertThat(failed.failure()).isEqualTo(new Failure.Resting(Duration.ofSeconds(6)));
        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void aRestIsNotWaitedForBeyondTheDeadline() {
        Scripted first = new Scripted("first", rests(4), says("A bridge."));
        SummaryRequest request = Samples.request(clock);
        clock.advance(Duration.ofSeconds(56));

        Failed failed = failure(summarizer(first), request);

        assertThat(failed.failure()).isEqualTo(new Failure.Resting(Duration.ofSeconds(4)));
        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void whoAskedToBeLeftAloneIsNotCalledByTheNextRequest() {
        Scripted first =
                new Scripted(
                        "first",
                        fails(new Failure.RateLimited(Optional.of(Duration.ofSeconds(30)))),
                        says("A bridge."));
        Scripted second = new Scripted("second", says("Another bridge."));
        Summarizer summarizer = summarizer(first, second);
        SummaryRequest request =
                Samples.request(clock, new CacheDirectives(true, true, false, Optional.empty()));

        assertThat(summary(summarizer, request).provider()).isEqualTo("second");
        assertThat(summary(summarizer, request).provider()).isEqualTo("second");
        assertThat(first.calls()).hasSize(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(summary(summarizer, request).provider()).isEqualTo("first");
    }

    @Test
    void atMostSixAttemptsAreMade() {
        Scripted[] providers =
                Stream.of("a", "b", "c", "d")
                        .map(name -> new Scripted(name, fails(DOWN)))
                        .toArray(Scripted[]::new);

        Failed failed = failure(summarizer(providers), Samples.request(clock));

        assertThat(failed.attempts()).hasSize(6);
        assertThat(failed.failure()).isEqualTo(DOWN);
        assertThat(providers[3].calls()).isEmpty();
    }

    @Test
    void nothingStartsThatCannotEndInTime() {
        Scripted first =
                new Scripted(
                        "first",
                        (request, sink) -> {
                            clock.advance(request.limits().total());
                            throw new org.genaisummarizer.engine.port.ProviderException(
                                    new Failure.Stalled());
                        });
        Scripted second = new Scripted("second", says("A bridge."));

        Failed failed = failure(summarizer(first, second), Samples.request(clock));

        assertThat(failed.failure()).isEqualTo(new Failure.DeadlineExceeded());
        assertThat(second.calls()).isEmpty();
        assertThat(first.calls().getFirst().limits().total())
                .as("a little before the deadline")
                .isLessThan(Duration.ofMinutes(1));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(says("A bridge."), CacheStatus.HIT),
                Arguments.of(stops(FinishReason.LENGTH, "A bri"), CacheStatus.MISS));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void onlyAWholeAnswerIsKept(Providers.Act answer, CacheStatus second) {
        Scripted first = new Scripted("first", answer);
        Summarizer summarizer = summarizer(first);

        assertThat(summary(summarizer, Samples.request(clock)).cache()).isEqualTo(CacheStatus.MISS);
        assertThat(summary(summarizer, Samples.request(clock)).cache()).isEqualTo(second);
    }

    @Test
    void anAnswerOfTheFirstChoiceIsKeptForADayAndOneOfAFallbackForAMinute() {
        Scripted first = new Scripted("first", fails(DOWN), fails(DOWN), says("A bridge."));
        Scripted second = new Scripted("second", says("Another bridge."));
        Summarizer summarizer = summarizer(first, second);

        assertThat(summary(summarizer, Samples.request(clock)).provider()).isEqualTo("second");
        clock.advance(Duration.ofSeconds(59));
        assertThat(summary(summarizer, Samples.request(clock)).cache()).isEqualTo(CacheStatus.HIT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(summary(summarizer, Samples.request(clock)).provider()).isEqualTo("first");
        clock.advance(Duration.ofHours(23));
        Summary kept = summary(summarizer, Samples.request(clock));
        assertThat(kept.cache()).isEqualTo(CacheStatus.HIT);
        assertThat(kept.cost().amount()).as("a hit costs nothing").isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(summary(summarizer, Samples.request(clock)).cache()).isEqualTo(CacheStatus.MISS);
    }

    static Stream<Arguments> directives() {
        Optional<Duration> any = Optional.empty();
        return Stream.of(
                Arguments.of(new CacheDirectives(true, false, false, any), "bypassed"),
                Arguments.of(new CacheDirectives(false, true, false, any), "hit"),
                Arguments.of(new CacheDirectives(false, false, true, any), "hit"),
                Arguments.of(
                        new CacheDirectives(
                                false, false, false, Optional.of(Duration.ofSeconds(10))),
                        "hit"),
                Arguments.of(
                        new CacheDirectives(
                                false, false, false, Optional.of(Duration.ofSeconds(9))),
                        "miss"));
    }

    @ParameterizedTest
    @MethodSource("directives")
    void theCallersCacheDirectivesHold(CacheDirectives directives, String status) {
        Summarizer summarizer = summarizer(new Scripted("first", says("A bridge.")));
        summary(summarizer, Samples.request(clock));
        clock.advance(Duration.ofSeconds(10));

        Summary again = summary(summarizer, Samples.request(clock, directives));

        assertThat(again.cache().name()).isEqualToIgnoringCase(status);
    }

    @Test
    void whatMayNotBeStoredIsNot() {
        Scripted first = new Scripted("first", says("A bridge."));
        Summarizer summarizer = summarizer(first);
        CacheDirectives noStore = new CacheDirectives(false, true, false, Optional.empty());

        summary(summarizer, Samples.request(clock, noStore));
        summary(summarizer, Samples.request(clock));

        assertThat(first.calls()).hasSize(2);
    }

    @Test
    void onlyIfCachedCallsNobody() {
        Scripted first = new Scripted("first", says("A bridge."));
        CacheDirectives cached = new CacheDirectives(false, false, true, Optional.empty());

        Failed failed = failure(summarizer(first), Samples.request(clock, cached));

        assertThat(failed.failure()).isEqualTo(new Failure.NotCached());
        assertThat(first.calls()).isEmpty();
    }

    @Test
    void theSameKeyHasTheSameOutcomeAndAFailureGivesItFree() {
        Scripted first = new Scripted("first", fails(DOWN), fails(DOWN), says("A bridge."));
        Summarizer summarizer = summarizer(first);
        SummaryRequest request = Samples.withKey(Samples.request(clock), "once");

        assertThat(failure(summarizer, request).failure()).isEqualTo(DOWN);
        assertThat(summary(summarizer, request).text()).isEqualTo("A bridge.");
        assertThat(summary(summarizer, request).text()).isEqualTo("A bridge.");
        assertThat(first.calls()).hasSize(3);
        assertThat(
                        failure(
                                        summarizer,
                                        request.withOptions(
                                                SummaryOptions.DEFAULT.withMaxWords(20)))
                                .failure())
                .isEqualTo(new Failure.IdempotencyConflict());
    }

    @Test
    void theBuiltInStandsInOpenlyWhereThatIsWanted() {
        EngineSettings usual = EngineSettings.DEFAULT;
        EngineSettings degrading = Engines.degrading(usual);
        Scripted first = new Scripted("first", fails(DOWN));

        Summary summary = summary(summarizer(degrading, first), Samples.request(clock));

        assertThat(summary.degraded()).isTrue();
        assertThat(summary.provider()).isEqualTo("extractive");
        assertThat(failure(summarizer(usual, first), Samples.request(clock)).failure())
                .isEqualTo(DOWN);
    }

    @Test
    void aNamedModelHasNoFallback() {
        Scripted first = new Scripted("first", says("A bridge."));
        Scripted second = new Scripted("second", fails(DOWN));
        SummaryRequest request =
                Samples.request(clock)
                        .withOptions(Engines.named(new ModelRef("second", "model-1")));

        assertThat(failure(summarizer(first, second), request).failure()).isEqualTo(DOWN);
        assertThat(first.calls()).isEmpty();
        assertThat(
                        failure(
                                        summarizer(first),
                                        request.withOptions(
                                                Engines.named(new ModelRef("no", "body"))))
                                .failure())
                .isEqualTo(new Failure.UnknownModel());
    }

    @Test
    void aRequestThatMayCostMoreThanItsLimitIsRefusedBeforeItStarts() {
        Scripted first = new Scripted("first", says("A bridge."));
        Summarizer summarizer = summarizer(Engines.atMost(new BigDecimal("0.000001")), first);

        assertThat(failure(summarizer, Samples.request(clock)).failure())
                .isInstanceOf(Failure.TooExpensive.class);
        assertThat(first.calls()).isEmpty();
    }

    @Test
    void aDocumentShorterThanItsSummaryIsItsOwn() {
        Scripted first = new Scripted("first", says("A bridge."));
        SummaryRequest request =
                Samples.request(clock)
                        .withDocument(
                                org.genaisummarizer.model.Document.of(" A bridge is built. "));

        Summary summary = summary(summarizer(first), request);

        assertThat(summary.text()).isEqualTo("A bridge is built.");
        assertThat(summary.provider()).isEqualTo("none");
        assertThat(first.calls()).isEmpty();
    }

    @Test
    void aBugEndsInOneFailureAndNotInSilence() {
        Scripted first =
                new Scripted(
                        "first",
                        (request, sink) -> {
                            throw new IllegalStateException("a bug");
                        });

        assertThat(failure(summarizer(first), Samples.request(clock)).failure())
                .isEqualTo(new Failure.Internal());
        assertThat(events.getLast()).isInstanceOf(Failed.class);
    }

    @Test
    void anInterruptedCallerIsToldAndStaysInterrupted() {
        Scripted first = new Scripted("first", says("A bridge."));
        Thread.currentThread().interrupt();

        Failed failed = failure(summarizer(first), Samples.request(clock));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed.failure()).isEqualTo(new Failure.Cancelled());
    }
}

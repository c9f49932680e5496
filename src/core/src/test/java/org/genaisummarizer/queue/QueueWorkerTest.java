package org.genaisummarizer.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genaisummarizer.engine.OneProvider;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Samples;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.TraceParent;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QueueWorkerTest {

    private static final long MOST_BYTES = 10_000;
    private static final Caller CALLER = new Caller("acme", "billing");
    private static final TraceParent TRACE =
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);

    private final ManualClock clock = new ManualClock();
    private final OneProvider provider = new OneProvider();
    private final List<SummaryRequest> requests = new ArrayList<>();
    private final Summarizer summarizer =
            provider.summarizer(clock, (request, observation) -> requests.add(request));
    private final Results results = new Results();
    private final List<String> sent = new ArrayList<>();

    private QueueOutcome work(String id, String body) {
        return work(Optional.of((delivery, json) -> sent.add(text(json))), id, body);
    }

    private QueueOutcome work(Optional<ResultSender> sender, String id, String body) {
        return new QueueWorker(summarizer, results, sender, MOST_BYTES)
                .work(
                        new Delivery(id, body, CALLER, Optional.of(TRACE)),
                        Deadline.after(clock, Duration.ofSeconds(30)));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static String body(String more) {
        return "{\"text\":\"" + Samples.TEXT + "\"" + more + "}";
    }

    @Test
    void aResultIsKeptUnderTheIdAndSentWithTheMetadata() {
        QueueOutcome outcome = work("m1", body(",\"id\":\"doc-7\",\"metadata\":{\"ticket\":7}"));

        assertThat(outcome).isEqualTo(new QueueOutcome.Done());
        assertThat(results.find(CALLER, "doc-7")).map(Summary::id).contains("doc-7");
        assertThat(sent).singleElement().asString().contains("\"id\":\"doc-7\"", "{\"ticket\":7}");
    }

    @Test
    void aDocumentIsSummarizedInTheTraceOfItsMessage() {
        work("m1", body(",\"id\":\"doc-7\""));

        assertThat(requests)
                .isNotEmpty()
                .allMatch(request -> request.trace().equals(Optional.of(TRACE)));
    }

    @Test
    void anotherTenantDoesNotFindTheResult() {
        work("m1", body(",\"id\":\"doc-7\""));

        assertThat(results.find(new Caller("other", "billing"), "doc-7")).isEmpty();
    }

    @Test
    void theSameMessageAgainIsPaidOnceAndItsResultSentAgain() {
        work("m1", body(",\"id\":\"doc-7\""));
        work("m1", body(",\"id\":\"doc-7\""));

        assertThat(provider.calls()).isEqualTo(1);
        assertThat(sent).hasSize(2);
    }

    @Test
    void anIdThatIsUsedAgainForAnotherDocumentGetsThatDocumentsResult() {
        work("m1", body(",\"id\":\"doc-7\""));
        work("m2", body(",\"id\":\"doc-7\",\"max_words\":7"));

        assertThat(provider.calls()).isEqualTo(2);
        assertThat(results.find(CALLER, "doc-7").orElseThrow().text()).contains("number 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    not JSON           | bad-request
                    {"txt":"a"}        | invalid
                    {"text":" "}       | invalid
                    {"text":"a","id":"a b"} | invalid
                    {"text":"a","model":"other/gpt"} | unknown-model
                    """)
    void whatCanNeverBeWorkedOnIsSaidSo(String body, String slug) {
        assertThat(work("m1", body))
                .isInstanceOfSatisfying(
                        QueueOutcome.Never.class,
                        never -> assertThat(never.problem().slug()).isEqualTo(slug));
        assertThat(provider.calls()).isZero();
    }

    @Test
    void aMessageThatIsTooLargeIsNeverWorkedOn() {
        assertThat(work("m1", "{\"text\":\"" + "a".repeat(10_000) + "\"}"))
                .isInstanceOf(QueueOutcome.Never.class);
    }

    @Test
    void aMessageWhoseResultNobodyWouldSeeIsNotPaidFor() {
        assertThat(work(Optional.empty(), "m1", body("")))
                .isInstanceOfSatisfying(
                        QueueOutcome.Never.class,
                        never -> assertThat(never.problem().slug()).isEqualTo("no-destination"));
        assertThat(provider.calls()).isZero();
        assertThat(work(Optional.empty(), "m2", body(",\"id\":\"a\"")))
                .isEqualTo(new QueueOutcome.Done());
    }

    static List<Failure.OfProvider> passing() {
        return List.of(
                new Failure.RateLimited(Optional.of(Duration.ofMinutes(5))),
                new Failure.ServerError(503),
                new Failure.Unreachable(),
                new Failure.Silent(),
                new Failure.Misconfigured(401));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatAProviderSuffersFromIsTriedAnotherTime(Failure.OfProvider failure) {
        provider.failsWith(failure);
        assertThat(work("m1", body(",\"id\":\"a\"")))
                .isEqualTo(new QueueOutcome.Again(failure.slug()));

        provider.failsWith(null);
        clock.advance(Duration.ofMinutes(10));
        assertThat(work("m1", body(",\"id\":\"a\""))).isEqualTo(new QueueOutcome.Done());
    }

    @Test
    void whatAProviderRefusesAsContentIsNotTriedAgain() {
        provider.failsWith(new Failure.ContentRejected());

        assertThat(work("m1", body(""))).isInstanceOf(QueueOutcome.Never.class);
    }

    @Test
    void aResultThatIsNotKeptOrNotSentIsNotDoneAndPaidOnce() {
        results.isDown = true;
        assertThat(work("m1", body(",\"id\":\"a\"")))
                .isEqualTo(new QueueOutcome.Again("store-unavailable"));
        results.isDown = false;
        ResultSender broken =
                (delivery, json) -> {
                    throw new ResultNotSentException("no such queue");
                };
        assertThat(work(Optional.of(broken), "m1", body(",\"id\":\"a\"")))
                .isEqualTo(new QueueOutcome.Again("result-not-sent"));
        assertThat(work("m1", body(",\"id\":\"a\""))).isEqualTo(new QueueOutcome.Done());

        assertThat(provider.calls()).isEqualTo(1);
        assertThat(sent).hasSize(1);
    }

    private static final class Results implements ResultStore {

        private final Map<String, Summary> kept = new HashMap<>();
        private boolean isDown;

        @Override
        public void store(Caller caller, String id, Summary summary)
                throws StoreUnavailableException {
            if (isDown) {
                throw new StoreUnavailableException("down");
            }
            kept.put(caller.tenant() + "/" + id, summary);
        }

        @Override
        public Optional<Summary> find(Caller caller, String id) {
            return Optional.ofNullable(kept.get(caller.tenant() + "/" + id));
        }
    }
}

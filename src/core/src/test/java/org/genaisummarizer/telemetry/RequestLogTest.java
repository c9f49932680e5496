package org.genaisummarizer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.Observation.RequestEnded;
import org.genaisummarizer.model.CacheDirectives;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryEvent.Completed;
import org.genaisummarizer.model.SummaryEvent.Failed;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.TraceParent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLogTest {

    private static final Failed CANCELLED = new Failed(new Failure.Cancelled(), List.of());

    private final List<String> lines = new ArrayList<>();
    private final RequestLog log = new RequestLog(lines::add);

    @Test
    void aLineTellsSizesTimesProviderAndOutcome() throws Exception {
        JsonNode line =
                logged(
                        new Completed(
                                Requests.summary(
                                        CacheStatus.MISS,
                                        false,
                                        Requests.attempt("cut", "0.25"),
                                        Requests.attempt("completed", "0.25"))));

        assertThat(line.path("id").asText()).isEqualTo("id-1");
        assertThat(line.path("outcome").asText()).isEqualTo("completed");
        assertThat(line.path("provider").asText()).isEqualTo("openai");
        assertThat(line.path("cache").asText()).isEqualTo("miss");
        assertThat(line.path("document_chars").asInt()).isEqualTo(Requests.DOCUMENT.length());
        assertThat(line.path("summary_chars").asInt()).isEqualTo(Requests.SUMMARY.length());
        assertThat(line.path("input_tokens").asLong()).isEqualTo(1_000_000);
        assertThat(line.path("cost_usd").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(line.path("attempts").findValuesAsText("outcome"))
                .containsExactly("cut", "completed");
    }

    @Test
    void aFailureTellsWhatWasTried() throws Exception {
        JsonNode line =
                logged(
                        new Failed(
                                new Failure.ContentRejected(),
                                List.of(Requests.attempt("content-rejected", "0"))));

        assertThat(line.path("outcome").asText()).isEqualTo("content-rejected");
        assertThat(line.path("attempts").path(0).path("duration_ms").asDouble()).isEqualTo(812);
        assertThat(line.has("summary_chars")).isFalse();
    }

    @Test
    void noTextAndNoIdentityIsInIt() throws Exception {
        logged(new Completed(Requests.summary(CacheStatus.MISS, false)));

        assertThat(lines.getFirst())
                .doesNotContain(Requests.DOCUMENT, Requests.SUMMARY, "the-tenant", "the-principal");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.000",
        "7000, 0.007",
        "61999, 0.061",
        "812000000, 812.000",
        "60000001000, 60000.001"
    })
    void timesAreInMillisecondsWithMicrosecondsBehindThePoint(long nanos, String printed) {
        log.observe(Requests.request(), new RequestEnded(CANCELLED, Duration.ofNanos(nanos)));

        assertThat(lines.getFirst()).contains("\"duration_ms\":" + printed + ",");
    }

    @Test
    void anIdThatAHostTookFromOutsideCannotBeginALineOfItsOwn() throws Exception {
        SummaryRequest request = Requests.request();
        log.observe(
                new SummaryRequest(
                        "a\"\\\n{\"event\":\"forged\"}",
                        request.document(),
                        request.options(),
                        request.caller(),
                        request.deadline(),
                        CacheDirectives.NONE,
                        Optional.empty()),
                new RequestEnded(CANCELLED, Duration.ZERO));

        assertThat(lines.getFirst()).doesNotContain("\n");
        assertThat(new ObjectMapper().readTree(lines.getFirst()).path("id").asText())
                .isEqualTo("a\"\\ {\"event\":\"forged\"}");
    }

    @Test
    void aLineCarriesTheTraceOfItsRequest() throws Exception {
        String field = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        SummaryRequest request = Requests.request();
        SummaryRequest traced =
                new SummaryRequest(
                        request.id(),
                        request.document(),
                        request.options(),
                        request.caller(),
                        request.deadline(),
                        request.cache(),
                        Optional.empty(),
                        TraceParent.ofW3c(field));
        RequestEnded end = new RequestEnded(CANCELLED, Duration.ZERO);

        log.observe(traced, end);
        new RequestLog(lines::add, new OneTrace("ours")).observe(traced, end);
        log.observe(request, end);

        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(lines.get(0)).path("trace_id").asText())
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(json.readTree(lines.get(1)).path("trace_id").asText()).isEqualTo("ours");
        assertThat(json.readTree(lines.get(2)).has("trace_id")).isFalse();
    }

    private record OneTrace(String id) implements Tracing {

        @Override
        public Optional<String> traceId(SummaryRequest request) {
            return Optional.of(id);
        }

        @Override
        public void observe(SummaryRequest request, Observation observation) {}
    }

    private JsonNode logged(SummaryEvent.Terminal end) throws Exception {
        log.observe(Requests.request(), new RequestEnded(end, Duration.ofMillis(3)));
        assertThat(lines).hasSize(1);
        return new ObjectMapper().readTree(lines.getFirst());
    }
}

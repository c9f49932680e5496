package org.genaisummarizer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.otlp.OtlpReceiver;
import org.genaisummarizer.testing.otlp.ReceivedSpan;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The server that was built with -Dotel sends what it does to a collector. */
@EnabledIfSystemProperty(named = "otel", matches = ".*", disabledReason = "built without -Dotel")
class OtelIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String SUMMARY = "The vote on the lighthouse was put off.";

    private OtlpReceiver collector;
    private ScriptedProvider provider;
    private StartedProcess server;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        collector = new OtlpReceiver();
        provider = new ScriptedProvider();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        provider.close();
        collector.close();
    }

    private void serve(Map<String, String> more) throws Exception {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("PORT", "0");
        variables.put("SUMMARIZER_HOST", "127.0.0.1");
        variables.put("OPENAI_BASE_URL", provider.baseUri().toString());
        variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());
        variables.put("OTEL_BSP_SCHEDULE_DELAY", "100");
        server = StartedProcess.with(variables);
    }

    private HttpResponse<String> ask(String document, String... fields) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        server.awaitAddress().orElseThrow()
                                                + "/v1/summaries?max_words=20"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(document));
        for (int i = 0; i < fields.length; i += 2) {
            request.header(fields[i], fields[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private List<ReceivedSpan> spans(Predicate<ReceivedSpan> wanted) {
        return collector.spans().stream().filter(wanted).toList();
    }

    private List<ReceivedSpan> awaitTrace(String traceId) {
        Await.until(
                "the request's span",
                () ->
                        !spans(
                                        span ->
                                                span.traceId().equals(traceId)
                                                        && span.name().equals("summarize"))
                                .isEmpty());
        return spans(span -> span.traceId().equals(traceId));
    }

    private static ReceivedSpan only(List<ReceivedSpan> spans, Predicate<ReceivedSpan> wanted) {
        List<ReceivedSpan> found = spans.stream().filter(wanted).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aRequestItsLookUpAndItsCallsAreUnderTheCallersSpan() throws Exception {
        provider.replies(
                Reply.error(500, "down"),
                Dialect.OPENAI.answer(List.of(SUMMARY), Dialect.OPENAI.stop(), 321, 12));
        serve(Map.of());

        ask(Texts.DOCUMENT, "traceparent", "00-" + TRACE + "-" + SPAN + "-01");

        List<ReceivedSpan> trace = awaitTrace(TRACE);
        ReceivedSpan request = only(trace, span -> span.name().equals("summarize"));
        assertThat(request.service()).isEqualTo("genai-summarizer");
        assertThat(request.parentId()).isEqualTo(SPAN);
        assertThat(request.kind()).isEqualTo(2);
        assertThat(request.attributes())
                .containsEntry("summarizer.outcome", "completed")
                .containsEntry("summarizer.cache", "miss")
                .containsEntry("gen_ai.usage.input_tokens", "321");
        ReceivedSpan lookUp = only(trace, span -> span.name().equals("cache"));
        assertThat(lookUp.parentId()).isEqualTo(request.spanId());
        assertThat(lookUp.attributes()).containsEntry("summarizer.cache", "miss");
        ReceivedSpan failed = only(trace, span -> span.failed() && span.name().startsWith("chat "));
        assertThat(failed.attributes()).containsKey("error.type");
        ReceivedSpan call = only(trace, span -> !span.failed() && span.name().startsWith("chat "));
        assertThat(call.name()).isEqualTo("chat gpt-4.1-mini");
        assertThat(call.parentId()).isEqualTo(request.spanId());
        assertThat(call.kind()).isEqualTo(3);
        assertThat(call.attributes())
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.provider.name", "openai")
                .containsEntry("gen_ai.request.model", "gpt-4.1-mini")
                .containsEntry("gen_ai.response.model", Dialect.MODEL)
                .containsEntry("gen_ai.usage.input_tokens", "321")
                .containsEntry("gen_ai.usage.output_tokens", "12")
                .containsEntry("gen_ai.response.finish_reasons", "stop")
                .doesNotContainKey("error.type");
        assertThat(request.startNanos()).isLessThanOrEqualTo(call.startNanos());
        assertThat(call.endNanos()).isLessThanOrEqualTo(request.endNanos());
        assertThat(server.output()).contains("\"trace_id\":\"" + TRACE + "\"");
    }

    @Test
    void aCachedAnswerHasATraceOfItsOwnAndSoHasItsLogLine() throws Exception {
        provider.replies(Dialect.OPENAI.answer(SUMMARY));
        serve(Map.of());
        ask(Texts.DOCUMENT, "traceparent", "00-" + TRACE + "-" + SPAN + "-01");
        awaitTrace(TRACE);

        ask(Texts.DOCUMENT);

        Await.until("its span", () -> !spans(span -> !span.traceId().equals(TRACE)).isEmpty());
        List<ReceivedSpan> trace = spans(span -> !span.traceId().equals(TRACE));
        ReceivedSpan request = only(trace, span -> span.name().equals("summarize"));
        assertThat(request.parentId()).isEmpty();
        assertThat(request.attributes()).containsEntry("summarizer.cache", "hit");
        assertThat(trace).noneMatch(span -> span.name().startsWith("chat"));
        assertThat(server.output()).contains("\"trace_id\":\"" + request.traceId() + "\"");
    }

    @Test
    void callsForPartsAreUnderTheirParts() throws Exception {
        provider.replies(Dialect.OPENAI.answer(SUMMARY));
        serve(
                Map.of(
                        "SUMMARIZER_OPENAI_CONTEXT_WINDOW",
                        "1200",
                        "SUMMARIZER_OPENAI_MAX_OUTPUT",
                        "400"));

        ask(
                IntStream.range(0, 6)
                        .mapToObj(year -> "In the year " + year + ": " + Texts.DOCUMENT)
                        .collect(Collectors.joining("\n")),
                "X-Amzn-Trace-Id",
                "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=" + SPAN + ";Sampled=1");

        List<ReceivedSpan> trace = awaitTrace(TRACE);
        ReceivedSpan request = only(trace, span -> span.name().equals("summarize"));
        List<ReceivedSpan> chunks =
                trace.stream().filter(span -> span.name().equals("chunk")).toList();
        assertThat(request.parentId()).isEqualTo(SPAN);
        assertThat(chunks)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        chunk -> {
                            assertThat(chunk.parentId()).isEqualTo(request.spanId());
                            assertThat(trace)
                                    .anyMatch(
                                            span ->
                                                    span.name().startsWith("chat ")
                                                            && span.parentId()
                                                                    .equals(chunk.spanId()));
                        });
    }

    @Test
    void whatTheCallerDoesNotRecordIsNotSentAndNothingSentHasText() throws Exception {
        provider.replies(Dialect.OPENAI.answer(SUMMARY));
        serve(Map.of());
        ask(Texts.DOCUMENT, "traceparent", "00-" + TRACE + "-" + SPAN + "-00");

        ask(Texts.DOCUMENT + " More.", "Cache-Control", "no-cache");

        Await.until("the other's spans", () -> !collector.spans().isEmpty());
        assertThat(collector.spans()).noneMatch(span -> span.traceId().equals(TRACE));
        assertThat(server.output()).contains("\"trace_id\":\"" + TRACE + "\"");
        assertThat(collector.bodies())
                .allSatisfy(
                        body ->
                                assertThat(new String(body, StandardCharsets.ISO_8859_1))
                                        .doesNotContain("harbour", "lighthouse"));
    }
}

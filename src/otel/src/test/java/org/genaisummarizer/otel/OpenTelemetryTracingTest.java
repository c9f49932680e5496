package org.genaisummarizer.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genaisummarizer.engine.port.CallFacts;
import org.genaisummarizer.engine.port.Observation.AttemptEnded;
import org.genaisummarizer.engine.port.Observation.CacheAsked;
import org.genaisummarizer.engine.port.Observation.PartBegan;
import org.genaisummarizer.engine.port.Observation.PartEnded;
import org.genaisummarizer.engine.port.Observation.RequestBegan;
import org.genaisummarizer.engine.port.Observation.RequestEnded;
import org.genaisummarizer.engine.port.PartEnd;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheDirectives;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Document;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.TraceParent;
import org.genaisummarizer.model.Usage;
import org.junit.jupiter.api.Test;

class OpenTelemetryTracingTest {

    private static final TraceParent PARENT =
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
    static final SummaryEvent.Terminal CANCELLED =
            new SummaryEvent.Failed(new Failure.Cancelled(), List.of());

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private int flushed;
    private final OpenTelemetryTracing tracing =
            new OpenTelemetryTracing(
                    SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(spans))
                            .build()
                            .get("test"),
                    Clock.systemUTC(),
                    () -> flushed++);

    static SummaryRequest request(String id, Optional<TraceParent> trace) {
        return new SummaryRequest(
                id,
                Document.of("the-document-itself"),
                SummaryOptions.DEFAULT,
                Caller.ANONYMOUS,
                Deadline.after(Clock.systemUTC(), Duration.ofMinutes(1)),
                CacheDirectives.NONE,
                Optional.empty(),
                trace);
    }

    private static Attempt attempt(String outcome) {
        return new Attempt(
                "openai",
                "gpt",
                outcome,
                Duration.ofMillis(812),
                new Usage(100, 10),
                new Cost(new BigDecimal("0.50"), false));
    }

    private SpanData span(String name) {
        List<SpanData> found =
                spans.getFinishedSpanItems().stream()
                        .filter(span -> span.getName().equals(name))
                        .toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aCallIsUnderItsPartAndAPartUnderItsRequestAndThatUnderTheCallers() {
        SummaryRequest request = request("a", Optional.of(PARENT));

        tracing.observe(request, new RequestBegan());
        tracing.observe(request, new PartBegan(1));
        tracing.observe(
                request,
                new AttemptEnded(
                        attempt("completed"),
                        new CallFacts(
                                OptionalInt.of(1),
                                Optional.of("gpt-1"),
                                Optional.of(FinishReason.STOP))));
        tracing.observe(request, new PartEnded(1, PartEnd.MADE));
        tracing.observe(request, new RequestEnded(CANCELLED, Duration.ZERO));

        assertThat(span("summarize").getParentSpanId()).isEqualTo(PARENT.spanId());
        assertThat(span("summarize").getTraceId()).isEqualTo(PARENT.traceId());
        assertThat(span("chunk").getParentSpanId()).isEqualTo(span("summarize").getSpanId());
        SpanData call = span("chat gpt");
        assertThat(call.getParentSpanId()).isEqualTo(span("chunk").getSpanId());
        assertThat(call.getEndEpochNanos() - call.getStartEpochNanos())
                .isEqualTo(Duration.ofMillis(812).toNanos());
        assertThat(call.getAttributes().get(Names.RESPONSE_MODEL)).isEqualTo("gpt-1");
        assertThat(call.getAttributes().get(Names.FINISH_REASONS)).containsExactly("stop");
        assertThat(call.getAttributes().get(Names.ERROR_TYPE)).isNull();
        assertThat(call.getAttributes().get(Names.OUTPUT_TOKENS)).isEqualTo(10);
    }

    @Test
    void whatFailedSaysSoByItsWord() {
        SummaryRequest request = request("a", Optional.empty());

        tracing.observe(request, new RequestBegan());
        tracing.observe(request, new PartBegan(1));
        tracing.observe(request, new AttemptEnded(attempt("cut"), CallFacts.NONE));
        tracing.observe(request, new PartEnded(1, PartEnd.FAILED));
        tracing.observe(request, new RequestEnded(CANCELLED, Duration.ZERO));

        assertThat(span("chat gpt").getAttributes().get(Names.ERROR_TYPE)).isEqualTo("cut");
        assertThat(span("chunk").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span("summarize").getAttributes().get(Names.ERROR_TYPE)).isEqualTo("cancelled");
        assertThat(span("summarize").getParentSpanId()).isEqualTo(SpanId.getInvalid());
    }

    @Test
    void aTraceIsKnownWhileItsRequestLastsAndNothingOfItStays() {
        SummaryRequest one = request("one", Optional.of(PARENT));
        SummaryRequest other = request("other", Optional.empty());
        tracing.observe(one, new RequestBegan());
        tracing.observe(other, new RequestBegan());

        assertThat(tracing.traceId(one)).contains(PARENT.traceId());
        assertThat(tracing.traceId(other)).isPresent().isNotEqualTo(tracing.traceId(one));

        tracing.observe(one, new RequestEnded(CANCELLED, Duration.ZERO));
        assertThat(tracing.traceId(one)).isEmpty();
        assertThat(tracing.traceId(other)).isPresent();
        assertThat(flushed).isEqualTo(1);
    }

    @Test
    void whatIsToldOfARequestThatHasEndedIsLeftOut() {
        SummaryRequest request = request("a", Optional.empty());
        tracing.observe(request, new RequestBegan());
        tracing.observe(request, new RequestEnded(CANCELLED, Duration.ZERO));

        tracing.observe(request, new CacheAsked(CacheStatus.MISS, Duration.ZERO));
        tracing.observe(request, new PartBegan(1));
        tracing.observe(request, new AttemptEnded(attempt("completed"), CallFacts.NONE));
        tracing.observe(request, new RequestEnded(CANCELLED, Duration.ZERO));

        assertThat(spans.getFinishedSpanItems()).hasSize(1);
    }

    @Test
    void noSpanHasTextOrWhoAsked() {
        SummaryRequest request = request("a", Optional.empty());
        tracing.observe(request, new RequestBegan());
        tracing.observe(request, new CacheAsked(CacheStatus.MISS, Duration.ofMillis(2)));
        tracing.observe(request, new RequestEnded(CANCELLED, Duration.ZERO));

        assertThat(spans.getFinishedSpanItems().toString())
                .doesNotContain("the-document-itself", "anonymous");
    }
}

package org.genaisummarizer.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.genaisummarizer.engine.port.CallFacts;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.PartEnd;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.Usage;

/** The spans of one request. Parents are told by hand: its parts run on threads of their own. */
final class RequestTrace {

    private final Tracer tracer;
    private final Span request;
    private final Map<Integer, Span> parts = new ConcurrentHashMap<>();

    RequestTrace(Tracer tracer, SummaryRequest request, Context parent) {
        this.tracer = tracer;
        this.request =
                tracer.spanBuilder("summarize")
                        .setSpanKind(SpanKind.SERVER)
                        .setParent(parent)
                        .setAttribute(Names.REQUEST_ID, request.id())
                        .setAttribute(
                                Names.DOCUMENT_CHARS, (long) request.document().text().length())
                        .startSpan();
    }

    String id() {
        return request.getSpanContext().getTraceId();
    }

    void observe(Observation observation, Instant now) {
        switch (observation) {
            case Observation.CacheAsked asked -> cacheAsked(asked.result(), asked.after(), now);
            case Observation.PartBegan began -> partBegan(began.part());
            case Observation.PartEnded ended -> partEnded(ended.part(), ended.end());
            case Observation.AttemptEnded ended ->
                    attemptEnded(ended.attempt(), ended.facts(), now);
            case Observation.RequestEnded ended -> ended(ended.end());
            case Observation.RequestBegan began -> {}
            case Observation.PartFound found -> {}
            case Observation.FirstToken first -> {}
        }
    }

    private SpanBuilder child(String name, SpanKind kind, Span parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(Context.root().with(parent));
    }

    private void cacheAsked(CacheStatus result, Duration after, Instant now) {
        child("cache", SpanKind.INTERNAL, request)
                .setStartTimestamp(now.minus(after))
                .setAttribute(Names.CACHE, word(result))
                .startSpan()
                .end(now);
    }

    private void partBegan(int part) {
        parts.put(
                part,
                child("chunk", SpanKind.INTERNAL, request)
                        .setAttribute(Names.CHUNK, (long) part)
                        .startSpan());
    }

    private void partEnded(int part, PartEnd end) {
        Span span = parts.remove(part);
        if (span == null) {
            return;
        }
        span.setAttribute(
                Names.CACHE, word(end == PartEnd.FOUND ? CacheStatus.HIT : CacheStatus.MISS));
        if (end == PartEnd.FAILED) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private void attemptEnded(Attempt attempt, CallFacts facts, Instant now) {
        Span span =
                child("chat " + attempt.model(), SpanKind.CLIENT, parent(facts.part()))
                        .setStartTimestamp(now.minus(attempt.duration()))
                        .setAttribute(Names.OPERATION, "chat")
                        .setAttribute(Names.PROVIDER, attempt.provider())
                        .setAttribute(Names.REQUEST_MODEL, attempt.model())
                        .setAttribute(Names.COST, attempt.cost().amount().doubleValue())
                        .startSpan();
        used(span, attempt.usage());
        facts.model().ifPresent(model -> span.setAttribute(Names.RESPONSE_MODEL, model));
        facts.finishReason().ifPresent(reason -> finished(span, reason));
        if (!attempt.isCompleted()) {
            failed(span, attempt.outcome());
        }
        span.end(now);
    }

    private Span parent(OptionalInt part) {
        return part.isPresent() ? parts.getOrDefault(part.getAsInt(), request) : request;
    }

    private void ended(SummaryEvent.Terminal end) {
        switch (end) {
            case SummaryEvent.Completed completed -> completed(completed.summary());
            case SummaryEvent.Failed failure -> {
                request.setAttribute(Names.OUTCOME, failure.failure().slug());
                failed(request, failure.failure().slug());
            }
        }
        parts.values().forEach(Span::end);
        request.end();
    }

    private void completed(Summary summary) {
        request.setAttribute(Names.OUTCOME, summary.degraded() ? "degraded" : "completed")
                .setAttribute(Names.CACHE, word(summary.cache()))
                .setAttribute(Names.CHUNKS, (long) summary.coverage().chunks())
                .setAttribute(Names.COST, summary.cost().amount().doubleValue())
                .setAttribute(Names.PROVIDER, summary.provider())
                .setAttribute(Names.RESPONSE_MODEL, summary.model());
        used(request, summary.usage());
        finished(request, summary.finishReason());
    }

    private static void used(Span span, Usage usage) {
        span.setAttribute(Names.INPUT_TOKENS, usage.input())
                .setAttribute(Names.OUTPUT_TOKENS, usage.output());
    }

    private static void finished(Span span, FinishReason reason) {
        span.setAttribute(Names.FINISH_REASONS, List.of(reason.wire()));
    }

    private static void failed(Span span, String type) {
        span.setAttribute(Names.ERROR_TYPE, type).setStatus(StatusCode.ERROR);
    }

    private static String word(CacheStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}

package org.genaisummarizer.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.CallFacts;
import org.genaisummarizer.engine.port.PartEnd;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.TraceParent;
import org.genaisummarizer.telemetry.Tracing;

/**
 * Makes spans of what the engine does. A call that outlives its request, because others wait for
 * its answer, is not in the trace.
 */
public final class OpenTelemetryTracing implements Tracing {

    private final Tracer tracer;
    private final Clock clock;
    private final Runnable afterRequest;
    private final Map<String, RequestTrace> traces = new ConcurrentHashMap<>();

    /**
     * @param afterRequest is run when a request's spans have ended
     */
    public OpenTelemetryTracing(Tracer tracer, Clock clock, Runnable afterRequest) {
        this.tracer = tracer;
        this.clock = clock;
        this.afterRequest = afterRequest;
    }

    @Override
    public Optional<String> traceId(SummaryRequest request) {
        return Optional.ofNullable(traces.get(request.id())).map(RequestTrace::id);
    }

    @Override
    public void requestBegan(SummaryRequest request) {
        traces.put(request.id(), new RequestTrace(tracer, request, parent(request.trace())));
    }

    private static Context parent(Optional<TraceParent> trace) {
        return trace.map(
                        parent ->
                                SpanContext.createFromRemoteParent(
                                        parent.traceId(),
                                        parent.spanId(),
                                        parent.sampled()
                                                ? TraceFlags.getSampled()
                                                : TraceFlags.getDefault(),
                                        TraceState.getDefault()))
                .map(parent -> Context.root().with(Span.wrap(parent)))
                .orElseGet(Context::root);
    }

    @Override
    public void cacheAsked(SummaryRequest request, CacheStatus result, Duration after) {
        in(request, trace -> trace.cacheAsked(result, after, clock.instant()));
    }

    @Override
    public void partBegan(SummaryRequest request, int part) {
        in(request, trace -> trace.partBegan(part));
    }

    @Override
    public void partEnded(SummaryRequest request, int part, PartEnd end) {
        in(request, trace -> trace.partEnded(part, end));
    }

    @Override
    public void attemptEnded(SummaryRequest request, Attempt attempt, CallFacts facts) {
        in(request, trace -> trace.attemptEnded(attempt, facts, clock.instant()));
    }

    @Override
    public void requestEnded(SummaryRequest request, SummaryEvent.Terminal end, Duration after) {
        RequestTrace trace = traces.remove(request.id());
        if (trace != null) {
            trace.ended(end);
            afterRequest.run();
        }
    }

    private void in(SummaryRequest request, Consumer<RequestTrace> event) {
        RequestTrace trace = traces.get(request.id());
        if (trace != null) {
            event.accept(trace);
        }
    }
}

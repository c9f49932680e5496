package org.genaisummarizer.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.genaisummarizer.engine.port.Observation;
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
    public void observe(SummaryRequest request, Observation observation) {
        switch (observation) {
            case Observation.RequestBegan began -> begin(request);
            case Observation.RequestEnded ended -> end(request, ended);
            default -> {
                RequestTrace trace = traces.get(request.id());
                if (trace != null) {
                    trace.observe(observation, clock.instant());
                }
            }
        }
    }

    private void begin(SummaryRequest request) {
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

    private void end(SummaryRequest request, Observation.RequestEnded ended) {
        RequestTrace trace = traces.remove(request.id());
        if (trace != null) {
            trace.observe(ended, clock.instant());
            afterRequest.run();
        }
    }
}

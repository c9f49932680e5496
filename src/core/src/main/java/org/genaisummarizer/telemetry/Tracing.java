package org.genaisummarizer.telemetry;

import java.util.Optional;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.TraceParent;

/** Makes a trace of what it observes. */
public interface Tracing extends SummaryObserver {

    /** Makes none; a request may belong to one of its caller's all the same. */
    Tracing NONE =
            new Tracing() {
                @Override
                public Optional<String> traceId(SummaryRequest request) {
                    return request.trace().map(TraceParent::traceId);
                }

                @Override
                public void observe(SummaryRequest request, Observation observation) {}
            };

    /** The trace of a request that has not ended, 32 hexadecimal digits. */
    Optional<String> traceId(SummaryRequest request);
}

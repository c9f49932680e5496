package org.genaisummarizer.telemetry;

import java.util.Optional;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.TraceParent;

/** Makes a trace of what it observes. */
public interface Tracing extends SummaryObserver {

    /** Makes none; a request may belong to one of its caller's all the same. */
    Tracing NONE = request -> request.trace().map(TraceParent::traceId);

    /** The trace of a request that has not ended, 32 hexadecimal digits. */
    Optional<String> traceId(SummaryRequest request);
}

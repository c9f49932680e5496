package org.genaisummarizer.api;

import java.util.Arrays;
import java.util.Optional;
import org.genaisummarizer.model.TraceParent;

/** Which trace of its caller's a call belongs to. What cannot be read says nothing. */
final class TraceFields {

    private TraceFields() {}

    /** The standard's field before the one that AWS' gateways and functions add. */
    static Optional<TraceParent> parent(HttpCall.Fields fields) {
        return fields.first("traceparent")
                .flatMap(TraceParent::ofW3c)
                .or(
                        () ->
                                fields.joined("X-Amzn-Trace-Id").stream()
                                        .flatMap(all -> Arrays.stream(all.split(",", -1)))
                                        .flatMap(field -> TraceParent.ofXRay(field).stream())
                                        .findFirst());
    }
}

package org.genaisummarizer.model;

import java.util.Optional;

/**
 * One request for a summary, as every host hands it to the engine.
 *
 * @param id the request's own id, for logs and the answer
 * @param trace where it belongs in a trace of its caller's
 */
public record SummaryRequest(
        String id,
        Document document,
        SummaryOptions options,
        Caller caller,
        Deadline deadline,
        CacheDirectives cache,
        Optional<IdempotencyKey> idempotencyKey,
        Optional<TraceParent> trace) {

    public SummaryRequest {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
    }

    /** One that belongs to no trace of its caller's. */
    public SummaryRequest(
            String id,
            Document document,
            SummaryOptions options,
            Caller caller,
            Deadline deadline,
            CacheDirectives cache,
            Optional<IdempotencyKey> idempotencyKey) {
        this(id, document, options, caller, deadline, cache, idempotencyKey, Optional.empty());
    }

    public SummaryRequest withDocument(Document other) {
        return new SummaryRequest(
                id, other, options, caller, deadline, cache, idempotencyKey, trace);
    }

    public SummaryRequest withOptions(SummaryOptions other) {
        return new SummaryRequest(
                id, document, other, caller, deadline, cache, idempotencyKey, trace);
    }
}

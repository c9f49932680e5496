package org.genaisummarizer.model;

import java.util.Optional;

/**
 * One request for a summary, as every host hands it to the engine.
 *
 * @param id the request's own id, for logs and the answer
 */
public record SummaryRequest(
        String id,
        Document document,
        SummaryOptions options,
        Caller caller,
        Deadline deadline,
        CacheDirectives cache,
        Optional<IdempotencyKey> idempotencyKey) {

    public SummaryRequest {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
    }

    public SummaryRequest withDocument(Document other) {
        return new SummaryRequest(id, other, options, caller, deadline, cache, idempotencyKey);
    }

    public SummaryRequest withOptions(SummaryOptions other) {
        return new SummaryRequest(id, document, other, caller, deadline, cache, idempotencyKey);
    }
}

package org.genaisummarizer.model;

import java.util.List;

/**
 * The finished answer.
 *
 * @param id of the request that it was made for
 * @param language BCP 47 tag, {@code und} where none could be told
 * @param usage of all calls that went into it
 * @param cost of all attempts made for this request; nothing for a cached or shared answer
 * @param attempts what was tried for this request, in order
 * @param degraded whether the built-in summarizer stood in for a failed provider
 */
public record Summary(
        String id,
        String text,
        String language,
        FinishReason finishReason,
        String provider,
        String model,
        Usage usage,
        Cost cost,
        CacheStatus cache,
        Coverage coverage,
        List<Attempt> attempts,
        boolean degraded) {

    public Summary {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a summary must have text");
        }
        attempts = List.copyOf(attempts);
    }

    /** Whether it may stand for the document at all: not cut short, and of the whole. */
    public boolean isComplete() {
        return finishReason.equals(FinishReason.STOP) && coverage.complete();
    }

    /** The same text for another request, which paid nothing for it. */
    public Summary servedTo(String requestId, CacheStatus status) {
        return new Summary(
                requestId,
                text,
                language,
                finishReason,
                provider,
                model,
                usage,
                Cost.NONE,
                status,
                coverage,
                List.of(),
                degraded);
    }

    @Override
    public String toString() {
        return "Summary["
                + id
                + ", "
                + text.length()
                + " chars, "
                + finishReason
                + ", "
                + provider
                + "/"
                + model
                + "]";
    }
}

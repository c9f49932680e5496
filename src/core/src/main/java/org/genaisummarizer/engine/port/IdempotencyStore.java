package org.genaisummarizer.engine.port;

import java.time.Duration;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.Summary;

/**
 * What became of requests that carried an Idempotency-Key, by caller and key. It never throws:
 * unreachable, every claim is new.
 */
public interface IdempotencyStore {

    /**
     * Takes the key for a request; the claim ends by itself after so long unless it is completed.
     */
    Claim claim(Caller caller, IdempotencyKey key, Fingerprint request, Duration expiry);

    /** Keeps the outcome of a claim for so long. */
    void complete(
            Caller caller,
            IdempotencyKey key,
            Fingerprint request,
            Summary summary,
            Duration timeToLive);

    /** Gives the key free: the request failed and may be sent again. */
    void abandon(Caller caller, IdempotencyKey key, Fingerprint request);

    /** What a claim found. */
    sealed interface Claim {
        /** The key is the claimant's. */
        record Taken() implements Claim {}

        /** The same request still runs. */
        record InProgress() implements Claim {}

        /** The key was used for another request. */
        record Conflict() implements Claim {}

        /** The same request ended with this. */
        record Done(Summary summary) implements Claim {}
    }
}

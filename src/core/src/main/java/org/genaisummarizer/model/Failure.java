package org.genaisummarizer.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What went wrong, without anybody's text in it. Each kind knows its consequence, as in {@code
 * conduct.md}.
 */
public sealed interface Failure {

    /** What follows from a failure. */
    enum Consequence {
        /** The same provider once more, after a pause. */
        TRY_HERE_AGAIN,
        /** Another provider at once. */
        TRY_NEXT_PROVIDER,
        /** Nobody else is asked. */
        TELL_THE_CALLER
    }

    Consequence consequence();

    /** A stable name for attempts, metrics and problem types: lower case with hyphens. */
    String slug();

    /** What a provider did. */
    sealed interface OfProvider extends Failure {

        /** Whether it speaks of the provider's health, for the circuit breaker. */
        default boolean isOutage() {
            return true;
        }
    }

    /** What the request itself or its limits came to. */
    sealed interface OfRequest extends Failure {
        @Override
        default Consequence consequence() {
            return Consequence.TELL_THE_CALLER;
        }
    }

    /** 429. */
    record RateLimited(Optional<Duration> retryAfter) implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_HERE_AGAIN;
        }

        @Override
        public String slug() {
            return "rate-limited";
        }

        /** A provider that counts is a provider that works; it rests for another reason. */
        @Override
        public boolean isOutage() {
            return false;
        }
    }

    /** 500, 502, 503, 529 or an error event of that kind. */
    record ServerError(int status) implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_HERE_AGAIN;
        }

        @Override
        public String slug() {
            return "server-error";
        }
    }

    /** Refused, reset before any byte, no such host, TLS not agreed. */
    record Unreachable() implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_HERE_AGAIN;
        }

        @Override
        public String slug() {
            return "unreachable";
        }
    }

    /** No connection or no first token within its limit. */
    record Silent() implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_NEXT_PROVIDER;
        }

        @Override
        public String slug() {
            return "silent";
        }
    }

    /** The stream paused longer than the stall limit. */
    record Stalled() implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_HERE_AGAIN;
        }

        @Override
        public String slug() {
            return "stalled";
        }
    }

    /** The stream ended without a finish reason. */
    record Cut() implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_HERE_AGAIN;
        }

        @Override
        public String slug() {
            return "cut";
        }
    }

    /**
     * An answer that is none: HTML, an error inside 200, nothing, an event that is not JSON, too
     * large, an unknown finish reason.
     */
    record Unusable(String why) implements OfProvider {
        public Unusable {
            if (!why.matches("[a-z0-9-]+")) {
                throw new IllegalArgumentException(
                        "why must be a slug of ours, never a provider's text");
            }
        }

        @Override
        public Consequence consequence() {
            return Consequence.TRY_HERE_AGAIN;
        }

        @Override
        public String slug() {
            return "unusable";
        }
    }

    /** The prompt does not fit the model. */
    record ContextExceeded() implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_NEXT_PROVIDER;
        }

        @Override
        public String slug() {
            return "context-exceeded";
        }

        @Override
        public boolean isOutage() {
            return false;
        }
    }

    /** The provider's filter refused the content. */
    record ContentRejected() implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TELL_THE_CALLER;
        }

        @Override
        public String slug() {
            return "content-rejected";
        }

        @Override
        public boolean isOutage() {
            return false;
        }
    }

    /** 401, 403, 404: the operator has to act. */
    record Misconfigured(int status) implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_NEXT_PROVIDER;
        }

        @Override
        public String slug() {
            return "misconfigured";
        }
    }

    /** Any other 4xx, or a redirect: this provider will not take this request. */
    record Refused(int status) implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_NEXT_PROVIDER;
        }

        @Override
        public String slug() {
            return "refused";
        }

        @Override
        public boolean isOutage() {
            return false;
        }
    }

    /**
     * It rests: its circuit is open, its Retry-After is not over, or its bulkhead is full. Nothing
     * was sent.
     */
    record Resting(Duration remaining) implements OfProvider {
        @Override
        public Consequence consequence() {
            return Consequence.TRY_NEXT_PROVIDER;
        }

        @Override
        public String slug() {
            return "resting";
        }

        @Override
        public boolean isOutage() {
            return false;
        }
    }

    /** Time is up. */
    record DeadlineExceeded() implements OfRequest {
        @Override
        public String slug() {
            return "deadline-exceeded";
        }
    }

    /** The plan costs more than a request may. */
    record TooExpensive(BigDecimal estimate, BigDecimal limit) implements OfRequest {
        @Override
        public String slug() {
            return "too-expensive";
        }
    }

    /** Only if cached, and it is not. */
    record NotCached() implements OfRequest {
        @Override
        public String slug() {
            return "not-cached";
        }
    }

    /** No such model is configured. */
    record UnknownModel() implements OfRequest {
        @Override
        public String slug() {
            return "unknown-model";
        }
    }

    /** The document fits no configured model, however it is cut. */
    record DocumentTooLong() implements OfRequest {
        @Override
        public String slug() {
            return "document-too-long";
        }
    }

    /** The Idempotency-Key was used for another request. */
    record IdempotencyConflict() implements OfRequest {
        @Override
        public String slug() {
            return "idempotency-conflict";
        }
    }

    /** The first request with this Idempotency-Key still runs. */
    record IdempotencyInProgress() implements OfRequest {
        @Override
        public String slug() {
            return "idempotency-in-progress";
        }
    }

    /** The caller's tenant has as many requests in hand as it may. */
    record TooManyRequests(Duration retryAfter) implements OfRequest {
        @Override
        public String slug() {
            return "too-many-requests";
        }
    }

    /** Too many requests are in hand, or the process is going down. */
    record Overloaded(Duration retryAfter) implements OfRequest {
        @Override
        public String slug() {
            return "overloaded";
        }
    }

    /** The caller went away; nobody reads this. */
    record Cancelled() implements OfRequest {
        @Override
        public String slug() {
            return "cancelled";
        }
    }

    /** A bug of ours. */
    record Internal() implements OfRequest {
        @Override
        public String slug() {
            return "internal";
        }
    }
}

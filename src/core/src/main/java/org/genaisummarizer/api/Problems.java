package org.genaisummarizer.api;

import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.model.Failure;

/** The table from what went wrong to what the caller is told. */
public final class Problems {

    private static final Duration SOON = Duration.ofSeconds(5);

    private Problems() {}

    public static Problem of(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited limited ->
                    Problem.of(
                                    429,
                                    "rate-limited",
                                    "Too many requests",
                                    "every provider asks for a pause")
                            .retryAfter(limited.retryAfter().orElse(SOON));
            case Failure.Resting resting -> unavailable(resting.remaining());
            case Failure.ServerError error -> unavailable(SOON);
            case Failure.Unreachable unreachable -> unavailable(SOON);
            case Failure.Silent silent -> unavailable(SOON);
            case Failure.Stalled stalled -> unusable();
            case Failure.Cut cut -> unusable();
            case Failure.Unusable unusable -> unusable();
            case Failure.Refused refused -> unusable();
            case Failure.Misconfigured misconfigured -> unusable();
            case Failure.ContextExceeded exceeded -> tooLong();
            case Failure.DocumentTooLong exceeded -> tooLong();
            case Failure.ContentRejected rejected ->
                    Problem.of(
                            422,
                            "content-rejected",
                            "Content rejected",
                            "a provider refused the content of the document");
            case Failure.DeadlineExceeded exceeded ->
                    Problem.of(
                            504,
                            "deadline-exceeded",
                            "Out of time",
                            "no summary could be made in the time given");
            case Failure.TooExpensive expensive -> tooExpensive(expensive);
            case Failure.NotCached notCached ->
                    Problem.of(
                            504,
                            "not-cached",
                            "Not cached",
                            "only-if-cached was asked for, and the answer is not in the cache");
            case Failure.UnknownModel unknown ->
                    Problem.of(
                            422,
                            "unknown-model",
                            "Unknown model",
                            "model must name one that is configured, written provider/model");
            case Failure.IdempotencyConflict conflict ->
                    Problem.of(
                            422,
                            "idempotency-conflict",
                            "Idempotency-Key used before",
                            "the Idempotency-Key was used for another request");
            case Failure.IdempotencyInProgress progress ->
                    Problem.of(
                                    409,
                                    "idempotency-in-progress",
                                    "Still running",
                                    "the first request with this Idempotency-Key still runs")
                            .retryAfter(Duration.ofSeconds(1));
            case Failure.TooManyRequests tooMany ->
                    Problem.of(
                                    429,
                                    "too-many-requests",
                                    "Too many requests",
                                    "the caller has as many requests in hand as it may")
                            .retryAfter(tooMany.retryAfter());
            case Failure.Overloaded overloaded ->
                    Problem.of(503, "overloaded", "Overloaded", "too many requests are in hand")
                            .retryAfter(overloaded.retryAfter());
            case Failure.Cancelled cancelled ->
                    Problem.of(
                                    503,
                                    "cancelled",
                                    "Cancelled",
                                    "the request was given up before it was done")
                            .retryAfter(Duration.ofSeconds(1));
            case Failure.Internal internal -> internal();
        };
    }

    /** A bug of ours. */
    public static Problem internal() {
        return Problem.of(
                500, "internal", "Internal error", "the service failed; its log says where");
    }

    /** The process is going down. */
    public static Problem draining() {
        return Problem.of(
                        503,
                        "draining",
                        "Shutting down",
                        "this instance is shutting down; another one will answer")
                .retryAfter(Duration.ofSeconds(1));
    }

    public static Problem notFound() {
        return Problem.of(404, "not-found", "Not found", "there is nothing under this path");
    }

    public static Problem methodNotAllowed() {
        return Problem.of(
                405,
                "method-not-allowed",
                "Method not allowed",
                "this path takes other methods; see the Allow header");
    }

    /**
     * @param most bytes of a body
     */
    public static Problem tooLarge(long most) {
        return Problem.of(
                413, "too-large", "Too large", "the body must have at most " + most + " bytes");
    }

    /**
     * @param most seconds that a body may take to arrive
     */
    public static Problem tooSlow(long most) {
        return Problem.of(
                408, "too-slow", "Too slow", "the body must arrive within " + most + " seconds");
    }

    public static Problem badRequest(String detail) {
        return Problem.of(400, "bad-request", "Bad request", detail);
    }

    static Problem invalid(String detail) {
        return Problem.of(422, "invalid", "Invalid request", detail);
    }

    static Problem notAcceptable() {
        return Problem.of(
                406,
                "not-acceptable",
                "Not acceptable",
                "Accept must allow application/json or text/event-stream");
    }

    static Problem unsupportedMediaType() {
        return Problem.of(
                415,
                "unsupported-media-type",
                "Unsupported media type",
                "Content-Type must be application/json, text/plain, text/markdown or text/html, in UTF-8 or a charset that is known here");
    }

    static Problem storeUnavailable() {
        return Problem.of(
                        503,
                        "store-unavailable",
                        "Results unavailable",
                        "the store of results cannot be reached")
                .retryAfter(SOON);
    }

    private static Problem unavailable(Duration retryAfter) {
        return Problem.of(
                        503,
                        "providers-unavailable",
                        "Providers unavailable",
                        "no provider can be reached")
                .retryAfter(retryAfter);
    }

    private static Problem unusable() {
        return Problem.of(
                502,
                "providers-unusable",
                "Providers unusable",
                "the answers of the providers could not be used");
    }

    private static Problem tooLong() {
        return Problem.of(
                413,
                "document-too-long",
                "Document too long",
                "the document fits no configured model, however it is cut");
    }

    private static Problem tooExpensive(Failure.TooExpensive expensive) {
        return Problem.of(
                        422,
                        "too-expensive",
                        "Too expensive",
                        "the summary would cost more than one request may")
                .with(
                        "\"estimate\":{\"amount\":%s,\"currency\":\"USD\"},\"limit\":{\"amount\":%s,\"currency\":\"USD\"}"
                                .formatted(
                                        expensive.estimate().toPlainString(),
                                        expensive.limit().toPlainString()));
    }

    /** Whole seconds, rounded up, as the header has them. */
    static Optional<String> retryAfter(Problem problem) {
        return problem.retryAfter()
                .map(time -> Long.toString(Math.max(1, time.plusMillis(999).toSeconds())));
    }
}

package org.genaisummarizer.provider.http;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genaisummarizer.model.Failure;

/**
 * The table from an error that a provider reported to a failure. The provider's words are looked at
 * and dropped: they may repeat a key or the document.
 */
public final class ErrorResponses {

    /** As OpenAI, Anthropic, vLLM, llama.cpp, Ollama and Triton say it. */
    private static final List<String> CONTEXT =
            List.of(
                    "context_length_exceeded",
                    "maximum context length",
                    "prompt is too long",
                    "context window",
                    "context size",
                    "exceed_context_size_error",
                    "max_model_len",
                    "input is too long",
                    "too many tokens",
                    "exceeds max length");

    private static final List<String> CONTENT =
            List.of(
                    "content_policy_violation",
                    "content_filter",
                    "responsibleaipolicyviolation",
                    "content filtering policy",
                    "content management policy");
    private static final List<String> ACCOUNT =
            List.of("insufficient_quota", "credit balance", "billing");
    private static final List<String> OVERLOAD =
            List.of(
                    "overloaded_error",
                    "server_error",
                    "api_error",
                    "internal_error",
                    "timeout_error");
    private static final List<String> RATE = List.of("rate_limit");

    private final Clock clock;

    public ErrorResponses(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param body what of the body was read, whatever it is
     */
    public Failure.OfProvider of(int status, Optional<String> retryAfter, String body) {
        String words = body.toLowerCase(Locale.ROOT);
        return switch (status) {
            case 429 ->
                    mentions(words, ACCOUNT)
                            ? new Failure.Misconfigured(status)
                            : new Failure.RateLimited(RetryAfter.parse(retryAfter, clock));
            case 401, 402, 403, 404 ->
                    mentions(words, CONTENT)
                            ? new Failure.ContentRejected()
                            : new Failure.Misconfigured(status);
            case 408 -> new Failure.ServerError(status);
            default -> status >= 500 ? serverError(status, words) : clientError(status, words);
        };
    }

    /** Some servers report a prompt that is too long as their own error. */
    private static Failure.OfProvider serverError(int status, String words) {
        return mentions(words, CONTEXT)
                ? new Failure.ContextExceeded()
                : new Failure.ServerError(status);
    }

    private static Failure.OfProvider clientError(int status, String words) {
        if (mentions(words, CONTENT)) {
            return new Failure.ContentRejected();
        }
        if (mentions(words, CONTEXT)) {
            return new Failure.ContextExceeded();
        }
        return mentions(words, ACCOUNT)
                ? new Failure.Misconfigured(status)
                : new Failure.Refused(status);
    }

    /** An error object inside a response that began well. */
    public Failure.OfProvider inside(String error) {
        String words = error.toLowerCase(Locale.ROOT);
        if (mentions(words, CONTENT)) {
            return new Failure.ContentRejected();
        }
        if (mentions(words, CONTEXT)) {
            return new Failure.ContextExceeded();
        }
        if (mentions(words, RATE)) {
            return new Failure.RateLimited(Optional.empty());
        }
        return mentions(words, OVERLOAD)
                ? new Failure.ServerError(500)
                : new Failure.Unusable("error-in-stream");
    }

    private static boolean mentions(String words, List<String> signs) {
        return signs.stream().anyMatch(words::contains);
    }
}

package org.genaisummarizer.model;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What tests of every package need and look into no further. */
public final class Samples {

    /** Longer than a summary, so that somebody has to write one. */
    public static final String TEXT =
            "The council met on Monday to talk about the bridge over the river Aller. ".repeat(40);

    private Samples() {}

    public static Summary summary(String id, String text) {
        return new Summary(
                id,
                text,
                "en",
                FinishReason.STOP,
                "openai",
                "gpt",
                new Usage(120, 30, 20, 10),
                new Cost(new BigDecimal("0.000354"), true),
                CacheStatus.MISS,
                Coverage.WHOLE,
                List.of(
                        attempt("other", "server-error", Usage.NONE),
                        attempt("openai", Attempt.COMPLETED, new Usage(120, 30, 20, 10))),
                false);
    }

    public static Attempt attempt(String provider, String outcome, Usage usage) {
        return new Attempt(
                provider,
                "gpt",
                outcome,
                Duration.ofMillis(812),
                usage,
                new Cost(BigDecimal.valueOf(usage.output(), 6), false));
    }

    /** A fingerprint made of one byte. */
    public static Fingerprint fingerprint(int number) {
        byte[] sha256 = new byte[32];
        sha256[0] = (byte) number;
        return new Fingerprint(sha256);
    }

    /** A request with a minute of time. */
    public static SummaryRequest request(Clock clock) {
        return request(clock, CacheDirectives.NONE);
    }

    public static SummaryRequest request(Clock clock, CacheDirectives cache) {
        return new SummaryRequest(
                "request-1",
                Document.of(TEXT),
                SummaryOptions.DEFAULT,
                Caller.ANONYMOUS,
                Deadline.after(clock, Duration.ofMinutes(1)),
                cache,
                Optional.empty());
    }

    public static SummaryRequest withKey(SummaryRequest request, String key) {
        return new SummaryRequest(
                request.id(),
                request.document(),
                request.options(),
                request.caller(),
                request.deadline(),
                request.cache(),
                Optional.of(new IdempotencyKey(key)));
    }
}

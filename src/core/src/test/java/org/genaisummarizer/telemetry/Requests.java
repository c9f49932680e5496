package org.genaisummarizer.telemetry;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheDirectives;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Document;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.Usage;

/** Requests and answers to be observed. */
final class Requests {

    static final String DOCUMENT = "the-document-itself";
    static final String SUMMARY = "the-summary-itself";
    static final Usage USAGE = new Usage(1_000_000, 100_000);

    private Requests() {}

    static SummaryRequest request() {
        return new SummaryRequest(
                "id-1",
                Document.of(DOCUMENT),
                SummaryOptions.DEFAULT,
                new Caller("the-tenant", "the-principal"),
                Deadline.after(Clock.systemUTC(), Duration.ofMinutes(1)),
                CacheDirectives.NONE,
                Optional.empty());
    }

    static Attempt attempt(String outcome, String cost) {
        return new Attempt(
                "openai",
                "gpt",
                outcome,
                Duration.ofMillis(812),
                USAGE,
                new Cost(new BigDecimal(cost), false));
    }

    static Summary summary(CacheStatus cache, boolean degraded, Attempt... attempts) {
        return new Summary(
                "id-1",
                SUMMARY,
                "en",
                FinishReason.STOP,
                "openai",
                "gpt",
                USAGE,
                new Cost(new BigDecimal("0.50"), false),
                cache,
                Coverage.WHOLE,
                List.of(attempts),
                degraded);
    }
}

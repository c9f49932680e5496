package org.genaisummarizer.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genaisummarizer.engine.Estimate;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.Usage;

/** A summary and an estimate as callers get them. */
public final class SummaryJson {

    private SummaryJson() {}

    /**
     * @param metadata the caller's own, as the JSON that was sent
     */
    public static byte[] of(Summary summary, Optional<String> metadata) {
        return Json.bytes(json -> write(json, summary, metadata));
    }

    /** The answer of {@code GET /summarize}. */
    static byte[] textAlone(Summary summary) {
        return Json.bytes(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("summary", summary.text());
                    json.writeEndObject();
                });
    }

    static byte[] of(Estimate estimate) {
        return Json.bytes(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("provider", estimate.provider());
                    json.writeStringField("model", estimate.model());
                    json.writeNumberField("chunks", estimate.chunks());
                    json.writeNumberField("calls", estimate.calls());
                    write(json, estimate.usage());
                    write(json, estimate.cost());
                    json.writeEndObject();
                });
    }

    private static void write(JsonGenerator json, Summary summary, Optional<String> metadata)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", summary.id());
        json.writeStringField("summary", summary.text());
        json.writeStringField("language", summary.language());
        json.writeStringField("finish_reason", summary.finishReason().wire());
        json.writeStringField("provider", summary.provider());
        json.writeStringField("model", summary.model());
        write(json, summary.usage());
        write(json, summary.cost());
        json.writeStringField("cache", summary.cache().name().toLowerCase(Locale.ROOT));
        write(json, summary.coverage());
        write(json, summary.attempts());
        json.writeBooleanField("degraded", summary.degraded());
        if (metadata.isPresent()) {
            json.writeFieldName("metadata");
            json.writeRawValue(metadata.get());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Usage usage) throws IOException {
        json.writeObjectFieldStart("usage");
        json.writeNumberField("input_tokens", usage.input());
        json.writeNumberField("output_tokens", usage.output());
        json.writeNumberField("cached_input_tokens", usage.cachedInput());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Cost cost) throws IOException {
        json.writeObjectFieldStart("cost");
        json.writeNumberField("amount", cost.amount());
        json.writeStringField("currency", Cost.CURRENCY);
        json.writeBooleanField("estimated", cost.estimated());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Coverage coverage) throws IOException {
        json.writeObjectFieldStart("coverage");
        json.writeNumberField("chunks", coverage.chunks());
        json.writeNumberField("summarized", coverage.summarized());
        json.writeNumberField("failed", coverage.failed());
        json.writeBooleanField("complete", coverage.complete());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, List<Attempt> attempts) throws IOException {
        json.writeArrayFieldStart("attempts");
        for (Attempt attempt : attempts) {
            json.writeStartObject();
            json.writeStringField("provider", attempt.provider());
            json.writeStringField("model", attempt.model());
            json.writeStringField("outcome", attempt.outcome());
            json.writeNumberField("duration_ms", attempt.duration().toMillis());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

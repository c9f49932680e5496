package org.genaisummarizer.cache.redis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.genaisummarizer.engine.port.SummaryCache.Stored;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.Usage;

/** A stored summary as JSON and back. */
final class SummaryCodec {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SummaryCodec() {}

    static byte[] encode(Stored stored) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("at", stored.at().toEpochMilli());
            json.writeNumberField("ttl", stored.timeToLive().toMillis());
            write(json, stored.summary());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all that is written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Summary summary) throws IOException {
        json.writeStringField("id", summary.id());
        json.writeStringField("text", summary.text());
        json.writeStringField("language", summary.language());
        json.writeStringField("finish", summary.finishReason().wire());
        json.writeStringField("provider", summary.provider());
        json.writeStringField("model", summary.model());
        json.writeFieldName("usage");
        write(json, summary.usage());
        json.writeFieldName("cost");
        write(json, summary.cost());
        json.writeStringField("cache", summary.cache().name());
        Coverage coverage = summary.coverage();
        json.writeFieldName("coverage");
        json.writeArray(
                new int[] {coverage.chunks(), coverage.summarized(), coverage.failed()}, 0, 3);
        json.writeBooleanField("complete", coverage.complete());
        json.writeBooleanField("degraded", summary.degraded());
        json.writeArrayFieldStart("attempts");
        for (Attempt attempt : summary.attempts()) {
            write(json, attempt);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Attempt attempt) throws IOException {
        json.writeStartObject();
        json.writeStringField("provider", attempt.provider());
        json.writeStringField("model", attempt.model());
        json.writeStringField("outcome", attempt.outcome());
        json.writeNumberField("ms", attempt.duration().toMillis());
        json.writeFieldName("usage");
        write(json, attempt.usage());
        json.writeFieldName("cost");
        write(json, attempt.cost());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Usage usage) throws IOException {
        long[] counts = {usage.input(), usage.output(), usage.cachedInput(), usage.cacheWrite()};
        json.writeArray(counts, 0, counts.length);
    }

    private static void write(JsonGenerator json, Cost cost) throws IOException {
        json.writeStartObject();
        json.writeStringField("usd", cost.amount().toPlainString());
        json.writeBooleanField("estimated", cost.estimated());
        json.writeEndObject();
    }

    /**
     * @throws IOException if it is no JSON
     * @throws RuntimeException if it is JSON of another kind: a member is missing or breaks a rule
     */
    static Stored decode(byte[] bytes) throws IOException {
        JsonNode json = MAPPER.readTree(bytes);
        return new Stored(
                summary(json),
                Instant.ofEpochMilli(json.required("at").longValue()),
                Duration.ofMillis(json.required("ttl").longValue()));
    }

    private static Summary summary(JsonNode json) {
        List<Attempt> attempts = new ArrayList<>();
        json.required("attempts").forEach(attempt -> attempts.add(attempt(attempt)));
        JsonNode coverage = json.required("coverage");
        return new Summary(
                text(json, "id"),
                text(json, "text"),
                text(json, "language"),
                finishReason(text(json, "finish")),
                text(json, "provider"),
                text(json, "model"),
                usage(json.required("usage")),
                cost(json.required("cost")),
                CacheStatus.valueOf(text(json, "cache")),
                new Coverage(
                        coverage.required(0).intValue(),
                        coverage.required(1).intValue(),
                        coverage.required(2).intValue(),
                        json.required("complete").booleanValue()),
                attempts,
                json.required("degraded").booleanValue());
    }

    private static Attempt attempt(JsonNode json) {
        return new Attempt(
                text(json, "provider"),
                text(json, "model"),
                text(json, "outcome"),
                Duration.ofMillis(json.required("ms").longValue()),
                usage(json.required("usage")),
                cost(json.required("cost")));
    }

    private static String text(JsonNode json, String name) {
        return json.required(name).textValue();
    }

    private static Usage usage(JsonNode json) {
        return new Usage(
                json.required(0).longValue(),
                json.required(1).longValue(),
                json.required(2).longValue(),
                json.required(3).longValue());
    }

    private static Cost cost(JsonNode json) {
        return new Cost(
                new BigDecimal(text(json, "usd")), json.required("estimated").booleanValue());
    }

    private static FinishReason finishReason(String wire) {
        return switch (wire) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            default -> new FinishReason.Unknown(wire);
        };
    }
}

package org.genaisummarizer.lambda.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** A line of CloudWatch's embedded metric format: metrics that share their labels. */
final class EmfLine {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String NAMESPACE = "genai-summarizer";

    private final Labels labels;
    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    private record Metric(String unit, List<Double> values) {}

    /** Names and values of labels, by which CloudWatch tells metrics apart. */
    record Labels(SortedMap<String, String> values) {

        static Labels of(Meter.Id id) {
            SortedMap<String, String> values = new TreeMap<>();
            for (Tag tag : id.getTagsAsIterable()) {
                values.put(snake(tag.getKey()), tag.getValue());
            }
            return new Labels(values);
        }
    }

    EmfLine(Labels labels) {
        this.labels = labels;
    }

    void add(Meter.Id id, List<Double> values) {
        metrics.put(
                name(id),
                new Metric(id.getType() == Meter.Type.TIMER ? "Seconds" : "Count", values));
    }

    /** As Prometheus has it: the unit and, for counters, {@code total} at its end. */
    private static String name(Meter.Id id) {
        String name = snake(id.getName());
        String unit =
                id.getType() == Meter.Type.TIMER
                        ? "seconds"
                        : snake(Objects.requireNonNullElse(id.getBaseUnit(), ""));
        if (!unit.isEmpty() && !name.endsWith("_" + unit)) {
            name = name + "_" + unit;
        }
        return id.getType() == Meter.Type.COUNTER ? name + "_total" : name;
    }

    private static String snake(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }

    /**
     * @param at milliseconds since 1970
     */
    String json(long at) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", at);
            json.writeArrayFieldStart("CloudWatchMetrics");
            describe(json);
            json.writeEndArray();
            json.writeEndObject();
            for (Map.Entry<String, String> label : labels.values().entrySet()) {
                json.writeStringField(label.getKey(), label.getValue());
            }
            for (Map.Entry<String, Metric> metric : metrics.entrySet()) {
                json.writeArrayFieldStart(metric.getKey());
                for (double value : metric.getValue().values()) {
                    json.writeNumber(value);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes all that is written", e);
        }
        return line.toString();
    }

    private void describe(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("Namespace", NAMESPACE);
        json.writeArrayFieldStart("Dimensions");
        json.writeStartArray();
        for (String label : labels.values().keySet()) {
            json.writeString(label);
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        for (Map.Entry<String, Metric> metric : metrics.entrySet()) {
            json.writeStartObject();
            json.writeStringField("Name", metric.getKey());
            json.writeStringField("Unit", metric.getValue().unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

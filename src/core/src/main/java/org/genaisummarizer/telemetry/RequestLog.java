package org.genaisummarizer.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.Observation.RequestEnded;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryRequest;

/**
 * Writes a line of JSON for each request. It is made of a list of what may be logged, never of what
 * may not: ids of ours, names that the operator configured, words from fixed lists and numbers.
 */
public final class RequestLog implements SummaryObserver {

    private static final int USUAL_CHARS = 384;
    private static final int MICROS_IN_MILLI = 1_000;

    private final Consumer<String> lines;
    private final Tracing tracing;

    public RequestLog(Consumer<String> lines) {
        this(lines, Tracing.NONE);
    }

    /**
     * @param tracing is asked before it is told that a request ended
     */
    public RequestLog(Consumer<String> lines, Tracing tracing) {
        this.lines = lines;
        this.tracing = tracing;
    }

    @Override
    public void observe(SummaryRequest request, Observation observation) {
        if (observation instanceof RequestEnded ended) {
            lines.accept(line(request, ended.end(), ended.after()));
        }
    }

    private String line(SummaryRequest request, SummaryEvent.Terminal end, Duration after) {
        StringBuilder line = new StringBuilder(USUAL_CHARS);
        line.append("{\"event\":\"request\"");
        text(line, "id", request.id());
        tracing.traceId(request).ifPresent(trace -> text(line, "trace_id", trace));
        text(line, "outcome", Outcomes.of(end));
        millis(line, "duration_ms", after);
        number(line, "document_chars", request.document().text().length());
        number(line, "max_words", request.options().maxWords());
        switch (end) {
            case SummaryEvent.Completed completed -> answer(line, completed.summary());
            case SummaryEvent.Failed failed -> attempts(line, failed.attempts());
        }
        return line.append('}').toString();
    }

    private static void answer(StringBuilder line, Summary summary) {
        text(line, "provider", summary.provider());
        text(line, "model", summary.model());
        text(line, "cache", summary.cache().name().toLowerCase(Locale.ROOT));
        number(line, "summary_chars", summary.text().length());
        number(line, "chunks", summary.coverage().chunks());
        number(line, "input_tokens", summary.usage().input());
        number(line, "output_tokens", summary.usage().output());
        line.append(",\"cost_usd\":").append(summary.cost().amount().toPlainString());
        attempts(line, summary.attempts());
    }

    private static void attempts(StringBuilder line, List<Attempt> attempts) {
        line.append(",\"attempts\":[");
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            line.append(i == 0 ? "{" : ",{");
            field(line, "provider", attempt.provider());
            text(line, "model", attempt.model());
            text(line, "outcome", attempt.outcome());
            millis(line, "duration_ms", attempt.duration());
            line.append('}');
        }
        line.append(']');
    }

    private static void text(StringBuilder line, String name, String value) {
        line.append(',');
        field(line, name, value);
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else {
                // A control character could begin a line that is not ours.
                line.append(c < ' ' ? ' ' : c);
            }
        }
        line.append('"');
    }

    private static void number(StringBuilder line, String name, long value) {
        line.append(",\"").append(name).append("\":").append(value);
    }

    /** With microseconds, because an answer from the cache takes less than one of these. */
    private static void millis(StringBuilder line, String name, Duration time) {
        long micros = time.toNanos() / MICROS_IN_MILLI;
        long rest = micros % MICROS_IN_MILLI;
        line.append(",\"").append(name).append("\":").append(micros / MICROS_IN_MILLI).append('.');
        line.append(rest < 100 ? "0" : "").append(rest < 10 ? "0" : "").append(rest);
    }
}

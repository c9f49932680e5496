package org.genaisummarizer.lambda.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Formats log records as Lambda's own runtimes do in JSON mode, so that its filters and
 * CloudWatch's queries know the fields.
 */
final class LogLine extends ExtFormatter {

    /** The lines of core's request log, which are JSON themselves. */
    private static final String REQUESTS = "org.genaisummarizer.request";

    private static final JsonFactory FACTORY = new JsonFactory();

    private final CurrentInvocation invocation;

    LogLine(CurrentInvocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public String format(ExtLogRecord entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField(
                    "timestamp", entry.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("level", level(entry.getLevel()));
            String requestId = invocation.requestId();
            if (requestId != null) {
                json.writeStringField("requestId", requestId);
            }
            json.writeStringField("logger", entry.getLoggerName());
            if (REQUESTS.equals(entry.getLoggerName())) {
                json.writeFieldName("message");
                json.writeRawValue(formatMessage(entry));
            } else {
                json.writeStringField("message", formatMessage(entry));
            }
            if (entry.getThrown() != null) {
                // Its message may quote what must not be logged.
                json.writeStringField("errorType", entry.getThrown().getClass().getName());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes all that is written", e);
        }
        return line.append('\n').toString();
    }

    private static String level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }
}

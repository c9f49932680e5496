package org.genaisummarizer.lambda.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {

    private final CurrentInvocation invocation = new CurrentInvocation();

    private String line(Level level, String logger, String message) {
        ExtLogRecord entry = new ExtLogRecord(level, message, getClass().getName());
        entry.setLoggerName(logger);
        entry.setInstant(Instant.parse("2026-01-01T00:00:00.123456Z"));
        return new LogLine(invocation).format(entry);
    }

    @Test
    void aLineHasTheFieldsOfTheOwnRuntimesOfThePlatform() {
        invocation.begin("req-1");

        assertThat(line(Level.WARNING, "a.b", "it said \"no\"\nand left"))
                .isEqualTo(
                        "{\"timestamp\":\"2026-01-01T00:00:00.123Z\",\"level\":\"WARN\",\"requestId\":\"req-1\",\"logger\":\"a.b\",\"message\":\"it said \\\"no\\\"\\nand left\"}\n");
    }

    @Test
    void duringInitThereIsNoRequest() {
        assertThat(line(Level.INFO, "a.b", "up")).doesNotContain("requestId");
    }

    @Test
    void theRequestLogStaysJson() {
        assertThat(line(Level.INFO, "org.genaisummarizer.request", "{\"event\":\"request\"}"))
                .contains("\"message\":{\"event\":\"request\"}");
    }

    @Test
    void anExceptionShowsItsKindAndNotItsMessage() {
        ExtLogRecord entry = new ExtLogRecord(Level.SEVERE, "broken", getClass().getName());
        entry.setThrown(new IllegalStateException("the document says: secret"));
        entry.setLoggerName("a");

        assertThat(new LogLine(invocation).format(entry))
                .contains("\"level\":\"ERROR\"", "java.lang.IllegalStateException")
                .doesNotContain("secret");
    }
}

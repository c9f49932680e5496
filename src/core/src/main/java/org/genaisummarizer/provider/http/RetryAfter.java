package org.genaisummarizer.provider.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads a Retry-After field (RFC 9110, section 10.2.3); what is no such field says nothing. */
final class RetryAfter {

    private RetryAfter() {}

    static Optional<Duration> parse(Optional<String> field, Clock clock) {
        return field.map(String::strip)
                .flatMap(
                        text ->
                                text.matches("[0-9]{1,9}")
                                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                                        : date(text, clock));
    }

    private static Optional<Duration> date(String text, Clock clock) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), date.toInstant());
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

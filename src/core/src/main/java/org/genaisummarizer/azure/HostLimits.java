package org.genaisummarizer.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genaisummarizer.app.ConfigurationException;

/**
 * What {@code host.json} allows.
 *
 * @param invocation the time of one; none where the host sets no limit
 * @param deliveries of a message, after which the host moves it to the poison queue without a word,
 *     &gt;= 1
 */
public record HostLimits(Optional<Duration> invocation, int deliveries) {

    /** Where nothing is said; five deliveries are the platform's own default. */
    public static final HostLimits UNKNOWN = new HostLimits(Optional.empty(), 5);

    private static final JsonMapper MAPPER = new JsonMapper();

    /** As .NET writes a time span. */
    private static final Pattern SPAN =
            Pattern.compile("(?:(\\d{1,3})\\.)?(\\d{1,2}):(\\d{2}):(\\d{2})");

    /** To write an answer and to have the host take it. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    public HostLimits {
        if (deliveries < 1) {
            throw new ConfigurationException("maxDequeueCount of host.json must be >= 1");
        }
    }

    /**
     * @return {@link #UNKNOWN} if there is no such file
     * @throws ConfigurationException if it is none that a host would take
     */
    public static HostLimits read(Path hostJson) {
        if (!Files.isRegularFile(hostJson)) {
            return UNKNOWN;
        }
        try {
            JsonNode host = MAPPER.readTree(Files.readAllBytes(hostJson));
            return new HostLimits(
                    Optional.ofNullable(host.path("functionTimeout").textValue())
                            .flatMap(HostLimits::span),
                    host.path("extensions")
                            .path("queues")
                            .path("maxDequeueCount")
                            .asInt(UNKNOWN.deliveries));
        } catch (IOException e) {
            throw new ConfigurationException("host.json must be readable, and JSON");
        }
    }

    private static Optional<Duration> span(String text) {
        if (text.equals("-1")) {
            return Optional.empty();
        }
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new ConfigurationException(
                    "functionTimeout of host.json must be -1 or written hh:mm:ss");
        }
        Duration days =
                span.group(1) == null
                        ? Duration.ZERO
                        : Duration.ofDays(Integer.parseInt(span.group(1)));
        return Optional.of(
                days.plusHours(Integer.parseInt(span.group(2)))
                        .plusMinutes(Integer.parseInt(span.group(3)))
                        .plusSeconds(Integer.parseInt(span.group(4))));
    }

    /**
     * The time that we give ourselves.
     *
     * @param most that the operator allows
     */
    public Duration time(Duration most) {
        return invocation
                .map(limit -> limit.minus(MARGIN))
                .filter(limit -> limit.compareTo(most) < 0)
                .orElse(most);
    }

    /** Whether the host will not deliver a message another time. */
    boolean isLast(QueuedMessage message) {
        return message.deliveries() >= deliveries;
    }
}

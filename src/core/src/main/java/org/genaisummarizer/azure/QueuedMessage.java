package org.genaisummarizer.azure;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message of a storage queue, as a Functions host hands it out.
 *
 * @param id names it in the log. The host takes it from the message's own {@code id} if it has one,
 *     and else from the queue, so it may be anything that a sender wrote
 * @param deliveries how often it was delivered, this time included, &gt;= 1
 */
public record QueuedMessage(String id, int deliveries, String body) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final String UNNAMED = "unnamed";

    public QueuedMessage {
        if (deliveries < 1) {
            throw new IllegalArgumentException("deliveries must be >= 1");
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id must be 1 to 128 letters, digits, '.', '_' or '-'");
        }
    }

    /**
     * With an id that is fit for a log, or none.
     *
     * @param id as the host says it, which may be missing
     * @param deliveries as the host says it, which may be missing or no number
     */
    public static QueuedMessage of(Optional<String> id, Optional<String> deliveries, String body) {
        return new QueuedMessage(
                id.filter(text -> ID.matcher(text).matches()).orElse(UNNAMED),
                Math.max(1, deliveries.map(QueuedMessage::number).orElse(1)),
                body);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    @Override
    public String toString() {
        return "QueuedMessage[" + id + ", " + body.length() + " chars, " + deliveries + ". time]";
    }
}

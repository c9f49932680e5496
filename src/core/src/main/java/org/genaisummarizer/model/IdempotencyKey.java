package org.genaisummarizer.model;

/**
 * A caller's name for one request, so that sending it twice does it once (the IETF's
 * Idempotency-Key header draft).
 */
public record IdempotencyKey(String value) {

    public static final int MOST_CHARS = 255;

    public IdempotencyKey {
        boolean printable = value.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
        if (value.isEmpty() || value.length() > MOST_CHARS || !printable) {
            throw new IllegalArgumentException(
                    "Idempotency-Key must be 1 to "
                            + MOST_CHARS
                            + " printable ASCII characters without spaces");
        }
    }
}

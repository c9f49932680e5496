package org.genaisummarizer.engine.prompt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Marks where untrusted text begins and ends. The mark is drawn from the text itself with a key of
 * the process, so that nobody who writes the text can know it, and it never stands in the text.
 */
public final class Fence {

    private static final int MARK_BYTES = 8;

    private final byte[] key;

    /**
     * @param key secret and random, at least 16 bytes
     */
    public Fence(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("the key must have at least 16 bytes");
        }
        this.key = key.clone();
    }

    /** The text between two lines that only we could have written. */
    public String around(String text) {
        String mark = markFor(text);
        return "<document id=\"" + mark + "\">\n" + text + "\n</document id=\"" + mark + "\">";
    }

    private String markFor(String text) {
        for (int round = 0; ; round++) {
            String mark = hash(text, round);
            if (!text.contains(mark)) {
                return mark;
            }
        }
    }

    private String hash(String text, int round) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            digest.update((byte) round);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}

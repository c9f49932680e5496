package org.genaisummarizer.cache.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of our keys. What callers wrote goes in as a hash, so that no name can reach another. */
final class RedisKeys {

    /** Changes with the form of what is stored, so that old and new processes do not meet. */
    private static final String PREFIX = "genai-summarizer:1:";

    private RedisKeys() {}

    static String of(String kind, String name) {
        return PREFIX + kind + ':' + name;
    }

    /** A key made of several parts, none of which can be taken for a piece of another. */
    static String hashed(String kind, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return of(kind, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}

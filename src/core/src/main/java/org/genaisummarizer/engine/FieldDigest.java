package org.genaisummarizer.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.genaisummarizer.model.Fingerprint;

/**
 * The SHA-256 of a list of fields. Every field is written with its length, so that no two lists
 * read alike.
 */
public final class FieldDigest {

    private final MessageDigest digest;

    public FieldDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }

    public FieldDigest put(String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    /** Ends the list. */
    public Fingerprint fingerprint() {
        return new Fingerprint(digest.digest());
    }
}

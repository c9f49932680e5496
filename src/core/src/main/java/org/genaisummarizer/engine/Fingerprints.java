package org.genaisummarizer.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.SummaryRequest;

/**
 * Computes what makes two requests the same. Every field is written with its length, so that no two
 * lists of fields read alike.
 */
final class Fingerprints {

    /** Changes when a summary's meaning or its stored form does. */
    private static final int FORMAT = 1;

    private Fingerprints() {}

    /**
     * @param setting what of the operator's settings changes the answer
     */
    static Fingerprint of(SummaryRequest request, List<Target> targets, String setting) {
        SummaryOptions options = request.options();
        MessageDigest digest = sha256();
        put(digest, request.caller().tenant());
        put(digest, FORMAT + "/" + PromptComposer.VERSION);
        put(digest, setting);
        for (Target target : targets) {
            put(digest, target.ref().toString());
        }
        put(digest, options.style().name());
        put(digest, Integer.toString(options.targetWords()));
        put(digest, options.language().orElse(""));
        put(digest, options.focus().orElse(""));
        put(digest, request.document().text());
        return new Fingerprint(digest.digest());
    }

    private static void put(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}

package org.genaisummarizer.model;

import java.util.Arrays;
import java.util.HexFormat;

/** Identity of a request: a SHA-256 over all that decides its answer. */
public final class Fingerprint {

    private final byte[] sha256;

    /**
     * @throws IllegalArgumentException if it has not 32 bytes
     */
    public Fingerprint(byte[] sha256) {
        if (sha256.length != 32) {
            throw new IllegalArgumentException("a fingerprint must have 32 bytes");
        }
        this.sha256 = sha256.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return hex();
    }
}

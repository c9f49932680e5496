package org.genaisummarizer.cache.redis;

import java.io.IOException;
import java.util.Optional;
import org.genaisummarizer.engine.port.SummaryCache.Stored;

/** Summaries as the bytes that stand under a key. */
final class StoredSummaries {

    private StoredSummaries() {}

    static byte[] bytes(String key, Stored stored) {
        return Seal.close(key, SummaryCodec.encode(stored));
    }

    /** The summary; nothing if the bytes are not what was stored under this key. */
    static Optional<Stored> read(String key, byte[] bytes) {
        return Seal.open(key, bytes).flatMap(StoredSummaries::decoded);
    }

    private static Optional<Stored> decoded(byte[] content) {
        try {
            return Optional.of(SummaryCodec.decode(content));
        } catch (IOException | RuntimeException e) {
            // Another version's, or a forgery; its message would quote the content.
            return Optional.empty();
        }
    }
}

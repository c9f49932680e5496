package org.genaisummarizer.engine.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.Summary;

/**
 * Finished summaries by fingerprint. It never throws and adds at most 50 ms to a request:
 * unreachable, frozen, full or corrupt, it is a miss.
 */
public interface SummaryCache {

    /** A cache that keeps nothing. */
    SummaryCache NONE =
            new SummaryCache() {
                @Override
                public Optional<Stored> near(Fingerprint key) {
                    return Optional.empty();
                }

                @Override
                public Optional<Stored> find(Fingerprint key) {
                    return Optional.empty();
                }

                @Override
                public void store(Fingerprint key, Summary summary, Duration timeToLive) {}
            };

    /** What this process holds; never blocks, so that an event loop may call it. */
    Optional<Stored> near(Fingerprint key);

    /** What this process or the shared store holds; may block for at most 50 ms. */
    Optional<Stored> find(Fingerprint key);

    /**
     * Keeps a summary for so long; may block for at most 50 ms, so that who is told of the answer
     * next finds it.
     */
    void store(Fingerprint key, Summary summary, Duration timeToLive);

    /**
     * @param at when it was stored
     * @param timeToLive how long it was to be kept, from then on
     */
    record Stored(Summary summary, Instant at, Duration timeToLive) {}
}

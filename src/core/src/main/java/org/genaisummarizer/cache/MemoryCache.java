package org.genaisummarizer.cache;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.Summary;

/** Summaries in the memory of this process, bounded in bytes. */
public final class MemoryCache implements SummaryCache {

    private final ByteBoundedMap<Fingerprint, Stored> map;
    private final Clock clock;

    /**
     * @param mostBytes that all summaries together may take; 0 keeps none
     */
    public MemoryCache(long mostBytes, Clock clock) {
        this.map = new ByteBoundedMap<>(mostBytes, stored -> weight(stored.summary()), clock);
        this.clock = clock;
    }

    /** Bytes of a summary, roughly: its text, and the rest of it. */
    static long weight(Summary summary) {
        return 2L * summary.text().length() + 512 + 160L * summary.attempts().size();
    }

    @Override
    public Optional<Stored> near(Fingerprint key) {
        return map.get(key);
    }

    @Override
    public Optional<Stored> find(Fingerprint key) {
        return map.get(key);
    }

    @Override
    public void store(Fingerprint key, Summary summary, Duration timeToLive) {
        keep(key, new Stored(summary, clock.instant(), timeToLive));
    }

    /** Keeps what another store had, for the rest of its time. */
    void keep(Fingerprint key, Stored stored) {
        Duration left = stored.timeToLive().minus(Duration.between(stored.at(), clock.instant()));
        if (!left.isNegative() && !left.isZero()) {
            map.put(key, stored, left);
        }
    }

    /** What all summaries weigh. */
    public long bytes() {
        return map.bytes();
    }
}

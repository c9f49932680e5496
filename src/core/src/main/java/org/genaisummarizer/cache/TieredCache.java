package org.genaisummarizer.cache;

import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.Summary;

/** This process' memory in front of a store that all processes share. */
public final class TieredCache implements SummaryCache {

    private final MemoryCache near;
    private final SummaryCache shared;

    public TieredCache(MemoryCache near, SummaryCache shared) {
        this.near = near;
        this.shared = shared;
    }

    @Override
    public Optional<Stored> near(Fingerprint key) {
        return near.near(key);
    }

    @Override
    public Optional<Stored> find(Fingerprint key) {
        Optional<Stored> found = near.near(key);
        if (found.isPresent()) {
            return found;
        }
        found = shared.find(key);
        found.ifPresent(stored -> near.keep(key, stored));
        return found;
    }

    @Override
    public void store(Fingerprint key, Summary summary, Duration timeToLive) {
        near.store(key, summary, timeToLive);
        shared.store(key, summary, timeToLive);
    }
}

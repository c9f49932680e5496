package org.genaisummarizer.cache;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.port.IdempotencyStore;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.Summary;

/** Idempotency keys in the memory of this process, bounded in bytes. */
public final class MemoryIdempotencyStore implements IdempotencyStore {

    private final ByteBoundedMap<Key, Entry> map;

    private record Key(Caller caller, IdempotencyKey key) {}

    private record Entry(Fingerprint request, Optional<Summary> summary) {}

    public MemoryIdempotencyStore(long mostBytes, Clock clock) {
        this.map =
                new ByteBoundedMap<>(
                        mostBytes,
                        entry -> 256 + entry.summary().map(MemoryCache::weight).orElse(0L),
                        clock);
    }

    @Override
    public Claim claim(Caller caller, IdempotencyKey key, Fingerprint request, Duration expiry) {
        Optional<Entry> there =
                map.putIfAbsent(new Key(caller, key), new Entry(request, Optional.empty()), expiry);
        return there.map(entry -> found(entry, request)).orElseGet(Claim.Taken::new);
    }

    private static Claim found(Entry entry, Fingerprint request) {
        if (!entry.request().equals(request)) {
            return new Claim.Conflict();
        }
        return entry.summary().<Claim>map(Claim.Done::new).orElseGet(Claim.InProgress::new);
    }

    @Override
    public void complete(
            Caller caller,
            IdempotencyKey key,
            Fingerprint request,
            Summary summary,
            Duration timeToLive) {
        map.put(new Key(caller, key), new Entry(request, Optional.of(summary)), timeToLive);
    }

    @Override
    public void abandon(Caller caller, IdempotencyKey key, Fingerprint request) {
        map.remove(new Key(caller, key));
    }
}

package org.genaisummarizer.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.genaisummarizer.engine.port.IdempotencyStore.Claim;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.Samples;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.api.Test;

/** The stores of one process, and the near cache in front of a shared one. */
class CachesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Fingerprint KEY = Samples.fingerprint(1);
    private static final Summary SUMMARY = Samples.summary("request-1", "A bridge is built.");

    private final ManualClock clock = new ManualClock();

    @Test
    void aSummaryIsKeptForItsTimeAndNoLonger() {
        MemoryCache cache = new MemoryCache(1_000_000, clock);
        cache.store(KEY, SUMMARY, HOUR);

        clock.advance(HOUR.minusNanos(1));
        assertThat(cache.near(KEY)).isPresent();
        clock.advance(Duration.ofNanos(1));
        assertThat(cache.near(KEY)).isEmpty();
        assertThat(cache.bytes()).as("what is over takes no room").isZero();
    }

    @Test
    void theCacheIsBoundedInBytesAndTheLongestUnusedGoesFirst() {
        long one = MemoryCache.weight(SUMMARY) + 128;
        MemoryCache cache = new MemoryCache(3 * one, clock);
        for (int i = 1; i <= 3; i++) {
            cache.store(Samples.fingerprint(i), SUMMARY, HOUR);
        }
        assertThat(cache.find(Samples.fingerprint(1))).isPresent();

        cache.store(Samples.fingerprint(4), SUMMARY, HOUR);

        assertThat(cache.bytes()).isEqualTo(3 * one);
        assertThat(cache.find(Samples.fingerprint(1))).isPresent();
        assertThat(cache.find(Samples.fingerprint(2))).isEmpty();
        assertThat(cache.find(Samples.fingerprint(4))).isPresent();
    }

    @Test
    void whatIsLargerThanTheCacheIsNotKeptAndDrivesNothingOut() {
        MemoryCache cache = new MemoryCache(MemoryCache.weight(SUMMARY) + 128, clock);
        cache.store(KEY, SUMMARY, HOUR);

        cache.store(Samples.fingerprint(2), Samples.summary("2", "word ".repeat(1_000)), HOUR);

        assertThat(cache.find(KEY)).isPresent();
        assertThat(cache.find(Samples.fingerprint(2))).isEmpty();
    }

    @Test
    void storingAgainReplacesAndCountsOnce() {
        MemoryCache cache = new MemoryCache(1_000_000, clock);
        cache.store(KEY, SUMMARY, HOUR);
        long once = cache.bytes();
        cache.store(KEY, SUMMARY, HOUR);

        assertThat(cache.bytes()).isEqualTo(once);
    }

    @Test
    void whatTheSharedStoreHasIsNearFromThenOnForTheRestOfItsTime() {
        Shared shared = new Shared();
        shared.store(KEY, SUMMARY, HOUR);
        clock.advance(Duration.ofMinutes(50));
        TieredCache cache = new TieredCache(new MemoryCache(1_000_000, clock), shared);

        assertThat(cache.near(KEY)).isEmpty();
        assertThat(cache.find(KEY)).isPresent();
        shared.stored.clear();
        assertThat(cache.near(KEY)).isPresent();
        assertThat(cache.find(KEY)).isPresent();
        clock.advance(Duration.ofMinutes(10));
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void aSummaryIsStoredNearAndShared() {
        Shared shared = new Shared();
        TieredCache cache = new TieredCache(new MemoryCache(1_000_000, clock), shared);

        cache.store(KEY, SUMMARY, HOUR);

        assertThat(cache.near(KEY)).isPresent();
        assertThat(shared.find(KEY)).isPresent();
    }

    @Test
    void aClaimInTheProcessEndsByItself() {
        MemoryIdempotencyStore store = new MemoryIdempotencyStore(1_000_000, clock);
        IdempotencyKey key = new IdempotencyKey("k");
        store.claim(Caller.ANONYMOUS, key, KEY, HOUR);

        assertThat(store.claim(Caller.ANONYMOUS, key, KEY, HOUR)).isEqualTo(new Claim.InProgress());
        clock.advance(HOUR);
        assertThat(store.claim(Caller.ANONYMOUS, key, KEY, HOUR)).isEqualTo(new Claim.Taken());
    }

    @Test
    void aResultIsItsTenants() {
        MemoryResultStore results = new MemoryResultStore(1_000_000, HOUR, clock);
        results.store(new Caller("acme", "a"), "doc-1", SUMMARY);

        assertThat(results.find(new Caller("acme", "b"), "doc-1")).contains(SUMMARY);
        assertThat(results.find(new Caller("other", "a"), "doc-1")).isEmpty();
        clock.advance(HOUR);
        assertThat(results.find(new Caller("acme", "b"), "doc-1")).isEmpty();
    }

    private final class Shared implements SummaryCache {

        private final Map<Fingerprint, Stored> stored = new HashMap<>();

        @Override
        public Optional<Stored> near(Fingerprint key) {
            throw new AssertionError("the shared store is never near");
        }

        @Override
        public Optional<Stored> find(Fingerprint key) {
            return Optional.ofNullable(stored.get(key));
        }

        @Override
        public void store(Fingerprint key, Summary summary, Duration timeToLive) {
            stored.put(key, new Stored(summary, clock.instant(), timeToLive));
        }
    }
}

package org.genaisummarizer.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;

/**
 * Keeps values for a time and within so many bytes; the ones not used for longest go first.
 *
 * @param <K> equal keys name the same value
 * @param <V> does not change once kept
 */
final class ByteBoundedMap<K, V> {

    /** The map's own cost of an entry, near enough. */
    private static final long ENTRY_BYTES = 128;

    private final long mostBytes;
    private final ToLongFunction<V> weigher;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Entry<V>(V value, long bytes, Instant end) {}

    /**
     * @param weigher bytes of a value, roughly
     */
    ByteBoundedMap(long mostBytes, ToLongFunction<V> weigher, Clock clock) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException("mostBytes must be >= 0");
        }
        this.mostBytes = mostBytes;
        this.weigher = weigher;
        this.clock = clock;
    }

    Optional<V> get(K key) {
        lock.lock();
        try {
            Entry<V> entry = entries.get(key);
            if (entry == null) {
                return Optional.empty();
            }
            if (!clock.instant().isBefore(entry.end())) {
                drop(key);
                return Optional.empty();
            }
            return Optional.of(entry.value());
        } finally {
            lock.unlock();
        }
    }

    void put(K key, V value, Duration timeToLive) {
        long weight = weigher.applyAsLong(value) + ENTRY_BYTES;
        lock.lock();
        try {
            drop(key);
            if (weight > mostBytes) {
                return;
            }
            entries.put(key, new Entry<>(value, weight, clock.instant().plus(timeToLive)));
            bytes += weight;
            evict();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a value if there is none, and returns the one that was there. */
    Optional<V> putIfAbsent(K key, V value, Duration timeToLive) {
        lock.lock();
        try {
            Optional<V> there = get(key);
            if (there.isEmpty()) {
                put(key, value, timeToLive);
            }
            return there;
        } finally {
            lock.unlock();
        }
    }

    void remove(K key) {
        lock.lock();
        try {
            drop(key);
        } finally {
            lock.unlock();
        }
    }

    /** What all entries weigh. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    private void drop(K key) {
        Entry<V> gone = entries.remove(key);
        if (gone != null) {
            bytes -= gone.bytes();
        }
    }

    private void evict() {
        Iterator<Map.Entry<K, Entry<V>>> eldest = entries.entrySet().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            bytes -= eldest.next().getValue().bytes();
            eldest.remove();
        }
    }
}

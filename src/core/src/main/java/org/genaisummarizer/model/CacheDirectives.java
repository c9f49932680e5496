package org.genaisummarizer.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What the caller says about caches, in the words of RFC 9111, section 5.2.1.
 *
 * @param noCache nothing is read from a cache, nor shared with another request in flight
 * @param noStore nothing is written to a cache
 * @param onlyIfCached an answer from the cache or none
 * @param maxAge no answer older than this
 */
public record CacheDirectives(
        boolean noCache, boolean noStore, boolean onlyIfCached, Optional<Duration> maxAge) {

    public static final CacheDirectives NONE =
            new CacheDirectives(false, false, false, Optional.empty());

    public CacheDirectives {
        if (maxAge.isPresent() && maxAge.get().isNegative()) {
            throw new IllegalArgumentException("max-age must not be negative");
        }
    }

    /** Whether an answer of this age may be served. */
    public boolean accepts(Duration age) {
        return !noCache && maxAge.map(limit -> age.compareTo(limit) <= 0).orElse(true);
    }
}

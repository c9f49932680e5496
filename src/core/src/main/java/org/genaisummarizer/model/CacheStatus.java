package org.genaisummarizer.model;

/** What the cache had to do with an answer. */
public enum CacheStatus {
    /** Made for this request. */
    MISS,
    /** Taken from the cache. */
    HIT,
    /** Made for an equal request that was in flight. */
    SHARED,
    /** The caller asked for no cache. */
    BYPASSED
}

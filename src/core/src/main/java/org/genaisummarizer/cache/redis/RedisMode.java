package org.genaisummarizer.cache.redis;

/** How the servers of a Redis belong together. */
public enum RedisMode {
    /** One server. */
    STANDALONE,
    /** Masters that share the keys; any of them tells of the others. */
    CLUSTER,
    /** Sentinels, which tell who is master. */
    SENTINEL
}

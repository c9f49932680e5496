package org.genaisummarizer.app;

import io.vertx.redis.client.Redis;
import java.time.Clock;
import java.time.Duration;
import org.genaisummarizer.cache.MemoryCache;
import org.genaisummarizer.cache.MemoryIdempotencyStore;
import org.genaisummarizer.cache.MemoryResultStore;
import org.genaisummarizer.cache.TieredCache;
import org.genaisummarizer.cache.redis.RedisCache;
import org.genaisummarizer.cache.redis.RedisFlightLease;
import org.genaisummarizer.cache.redis.RedisIdempotencyStore;
import org.genaisummarizer.cache.redis.RedisLink;
import org.genaisummarizer.cache.redis.RedisResultStore;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.IdempotencyStore;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.engine.port.SummaryCache;

/** What is kept between requests: in this process, or in Redis with this process in front. */
record Stores(
        SummaryCache cache, FlightLease lease, IdempotencyStore idempotency, ResultStore results) {

    /** Results and outcomes are few beside summaries. */
    private static final int SHARE_OF_CACHE = 4;

    /** A cache may add 50 ms to a request; ten of them are left to the threads that wait. */
    private static final Duration PATIENCE = Duration.ofMillis(40);

    /** A result has to be kept, so it is worth waiting for. */
    private static final Duration RESULT_PATIENCE = Duration.ofSeconds(2);

    static Stores inProcess(Settings settings, Clock clock) {
        return new Stores(
                new MemoryCache(settings.cacheBytes(), clock),
                FlightLease.ALONE,
                idempotency(settings, clock),
                new MemoryResultStore(
                        settings.cacheBytes() / SHARE_OF_CACHE, settings.resultTtl(), clock));
    }

    static Stores inRedis(Redis redis, Settings settings, Clock clock) {
        RedisLink link = new RedisLink(redis, PATIENCE, clock);
        return new Stores(
                new TieredCache(
                        new MemoryCache(settings.cacheBytes(), clock), new RedisCache(link, clock)),
                new RedisFlightLease(link),
                new RedisIdempotencyStore(idempotency(settings, clock), link, clock),
                new RedisResultStore(
                        new RedisLink(redis, RESULT_PATIENCE, clock), settings.resultTtl(), clock));
    }

    private static IdempotencyStore idempotency(Settings settings, Clock clock) {
        return new MemoryIdempotencyStore(settings.cacheBytes() / SHARE_OF_CACHE, clock);
    }
}

package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.redis.RealRedis;

/** Redis in every bad state. No request fails for it, and none is much slower. */
final class RedisFaults {

    /** What a request may take here at most, on a machine that does other things as well. */
    private static final long PROMPT_MILLIS = 1_000;

    private static final int LOAD = 100;

    private RedisFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("Redis was never there", RedisFaults::never),
                new Fault("Redis goes and comes back", RedisFaults::goes),
                new Fault("Redis freezes under load", RedisFaults::freezes),
                new Fault("Redis is full", RedisFaults::full),
                new Fault("rubbish in Redis", RedisFaults::rubbish),
                new Fault("another type at the key", RedisFaults::otherType));
    }

    private static void underLoad(World world) throws Exception {
        List<Future<Outcome>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LOAD; i++) {
                running.add(threads.submit(world::ask));
            }
        }
        for (Future<Outcome> outcome : running) {
            world.expectPrimary(outcome.get());
        }
    }

    private static void prompt(World world) throws Exception {
        Outcome outcome = world.ask();
        world.expectPrimary(outcome);
        assertThat(outcome.millis()).isLessThan(PROMPT_MILLIS);
    }

    private static void never(World world) throws Exception {
        RealRedis redis = new RealRedis();
        redis.close();
        world.set("REDIS_URL", redis.url());

        underLoad(world);
        prompt(world);
    }

    private static void goes(World world) throws Exception {
        try (RealRedis redis = new RealRedis()) {
            world.set("REDIS_URL", redis.url());
            underLoad(world);
            redis.stop();
            underLoad(world);
            prompt(world);

            redis.restart();
            awaitUse(world, redis);
        }
    }

    /** Requests bring new keys into it again. */
    private static void awaitUse(World world, RealRedis redis) {
        Await.until(
                "Redis is used again",
                () -> {
                    try {
                        world.expectPrimary(world.ask());
                        return redis.keys().stream().anyMatch(key -> key.contains(":summary:"));
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private static void freezes(World world) throws Exception {
        try (RealRedis redis = new RealRedis()) {
            world.set("REDIS_URL", redis.url());
            underLoad(world);
            redis.freeze();
            underLoad(world);
            prompt(world);

            redis.thaw();
            redis.command("FLUSHALL");
            awaitUse(world, redis);
        }
    }

    private static void full(World world) throws Exception {
        try (RealRedis redis =
                new RealRedis("--maxmemory", "1", "--maxmemory-policy", "noeviction")) {
            world.set("REDIS_URL", redis.url());

            underLoad(world);
            prompt(world);
        }
    }

    private static void rubbish(World world) throws Exception {
        spoilt(world, (redis, key) -> redis.command("SET", key, "rubbish"));
    }

    private static void otherType(World world) throws Exception {
        spoilt(
                world,
                (redis, key) -> {
                    redis.command("DEL", key);
                    redis.command("LPUSH", key, "rubbish");
                });
    }

    private interface Spoiling {
        void spoil(RealRedis redis, String key);
    }

    /** An entry is spoilt, and another process comes upon it. */
    private static void spoilt(World world, Spoiling spoiling) throws Exception {
        try (RealRedis redis = new RealRedis()) {
            world.set("REDIS_URL", redis.url());
            world.client();
            awaitUse(world, redis);
            String document = world.document();
            world.expectPrimary(world.client().summarize(document, world.streams()));
            redis.keys().forEach(key -> spoiling.spoil(redis, key));
            world.restart();

            world.expectPrimary(world.client().summarize(document, world.streams()));
        }
    }
}

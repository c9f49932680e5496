package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genaisummarizer.server.StartedProcess;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.provider.Reply;
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
                new Fault("another type at the key", RedisFaults::otherType),
                new Fault("equal requests at two processes", RedisFaults::twoProcesses),
                new Fault("the process that leads dies", RedisFaults::leaderDies));
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

    private static void awaitUse(World world, RealRedis redis) throws Exception {
        awaitUse(world, redis, world.client());
    }

    /** Requests bring new keys into it. */
    private static void awaitUse(World world, RealRedis redis, Client client) {
        redis.command("FLUSHALL");
        Await.until(
                "Redis is used",
                () -> {
                    try {
                        world.expectPrimary(client.summarize(world.document(), world.streams()));
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

    private static void twoProcesses(World world) throws Exception {
        try (RealRedis redis = new RealRedis();
                StartedProcess second = world.set("REDIS_URL", redis.url()).another();
                Client other = new Client(second.awaitAddress().orElseThrow());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            awaitUse(world, redis, world.client());
            awaitUse(world, redis, other);
            world.primary().forget();
            world.primary().replies(world.healthy("prime").delayed(Duration.ofSeconds(4)));
            String document = world.document();
            Future<Outcome> here =
                    threads.submit(() -> world.client().summarize(document, world.streams()));
            Await.until("called", () -> !world.primary().received().isEmpty());

            world.expectShared(other.summarize(document, world.streams()));
            world.expectShared(here.get());
            assertThat(world.primary().received()).hasSize(1);
        }
    }

    private static void leaderDies(World world) throws Exception {
        world.set("SUMMARIZER_FIRST_TOKEN", "40s");
        try (RealRedis redis = new RealRedis();
                StartedProcess leader = world.set("REDIS_URL", redis.url()).another();
                Client doomed = new Client(leader.awaitAddress().orElseThrow());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            awaitUse(world, redis, world.client());
            awaitUse(world, redis, doomed);
            world.primary().forget();
            world.primary().replies(Reply.hang(), world.healthy("prime"));
            String document = world.document();
            Future<Outcome> lost =
                    threads.submit(() -> doomed.summarize(document, world.streams()));
            Await.until("called", () -> !world.primary().received().isEmpty());
            Future<Outcome> follower =
                    threads.submit(() -> world.client().summarize(document, world.streams()));
            leader.close();

            world.expectShared(follower.get());
            assertThat(world.primary().received()).hasSize(2);
            assertThat(lost).failsWithin(Duration.ofSeconds(30));
        }
    }
}

package org.genaisummarizer.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.cache.MemoryIdempotencyStore;
import org.genaisummarizer.engine.port.IdempotencyStore;
import org.genaisummarizer.engine.port.IdempotencyStore.Claim;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.Samples;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.redis.RealRedis;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stores against a real Redis, in each state that one can be in. */
class RedisTest {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Far above what an answer takes, so that a busy machine makes no miss. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Fingerprint KEY = Samples.fingerprint(1);
    private static final Summary SUMMARY =
            Samples.summary("request-1", "A bridge is built — für alle. 橋");
    private static final Caller ALICE = new Caller("acme", "alice");
    private static final IdempotencyKey ONCE = new IdempotencyKey("once");

    private final ManualClock clock = new ManualClock();
    private final Vertx vertx = Vertx.vertx();
    private RealRedis server;
    private Redis client;

    @BeforeEach
    void start() {
        server = new RealRedis();
        client = client();
    }

    private Redis client() {
        return Redis.createClient(
                vertx, new RedisOptions().setConnectionString(server.url()).setMaxPoolSize(4));
    }

    @AfterEach
    void stop() {
        client.close();
        vertx.close();
        server.close();
    }

    private RedisLink link(Duration patience) {
        return new RedisLink(client, patience, clock);
    }

    private RedisCache cache() {
        return new RedisCache(link(PATIENCE), clock);
    }

    @Test
    void whatOneProcessStoredAnotherFinds() {
        cache().store(KEY, SUMMARY, HOUR);

        assertThat(cache().find(KEY))
                .hasValueSatisfying(
                        stored -> {
                            assertThat(stored.summary()).isEqualTo(SUMMARY);
                            assertThat(stored.at()).isEqualTo(clock.instant());
                            assertThat(stored.timeToLive()).isEqualTo(HOUR);
                        });
        assertThat(cache().find(Samples.fingerprint(2))).isEmpty();
    }

    @Test
    void redisForgetsAtTheEndOfTheTimeToLive() {
        cache().store(KEY, SUMMARY, HOUR);

        assertThat(server.command("PTTL", server.keys().getFirst())).matches(":3[56][0-9]{5}");
    }

    @Test
    void whatIsOverIsAMissThoughRedisStillHasIt() {
        cache().store(KEY, SUMMARY, HOUR);

        clock.advance(HOUR.minusMillis(1));
        assertThat(cache().find(KEY)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(cache().find(KEY)).isEmpty();
    }

    @Test
    void rubbishAtTheKeyIsAMiss() {
        cache().store(KEY, SUMMARY, HOUR);
        String key = server.keys().getFirst();
        for (String rubbish : new String[] {"", "x", "rubbish, and more of it than a head has"}) {
            server.command("SET", key, rubbish);
            assertThat(cache().find(KEY)).as(rubbish).isEmpty();
        }
        server.command("DEL", key);
        server.command("LPUSH", key, "another type");
        assertThat(cache().find(KEY)).isEmpty();
    }

    @Test
    void anEntryThatWasMovedToAnotherKeyIsAMiss() {
        cache().store(KEY, SUMMARY, HOUR);
        String key = server.keys().getFirst();
        String other = key.replaceFirst("01", "02");
        server.command("RENAME", key, other);

        assertThat(cache().find(Samples.fingerprint(2))).isEmpty();
        server.command("RENAME", other, key);
        assertThat(cache().find(KEY)).isPresent();
    }

    @Test
    void aFullRedisIsNotAwayAndItsOldEntriesAreFound() {
        cache().store(KEY, SUMMARY, HOUR);
        server.command("CONFIG", "SET", "maxmemory", "1");
        server.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
        RedisCache cache = cache();

        cache.store(Samples.fingerprint(2), SUMMARY, HOUR);

        assertThat(cache.find(Samples.fingerprint(2))).isEmpty();
        assertThat(cache.find(KEY)).isPresent();
    }

    @Test
    void aRedisThatIsDownIsAMissAndIsUsedAgainWhenItIsBack() {
        RedisCache cache = cache();
        server.stop();

        cache.store(KEY, SUMMARY, HOUR);
        assertThat(cache.find(KEY)).isEmpty();

        server.restart();
        Await.until(
                "Redis is used again",
                () -> {
                    clock.advance(Duration.ofSeconds(1));
                    cache.store(KEY, SUMMARY, HOUR);
                    return cache.find(KEY).isPresent();
                });
    }

    @Test
    void aFrozenRedisCostsOneWaitAndThenNone() throws Exception {
        RedisLink link = link(Duration.ofMillis(100));
        RedisCache cache = new RedisCache(link, clock);
        Await.until("connected", () -> wasStored(cache));
        server.freeze();

        cache.find(KEY);
        // With the clock standing still nobody asks again: a wait would end in the test's time
        // limit.
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThat(cache.find(KEY)).isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));

        server.thaw();
        Await.until("the late answer says that it is back", () -> cache.find(KEY).isPresent());
    }

    private boolean wasStored(RedisCache cache) {
        clock.advance(Duration.ofSeconds(1));
        cache.store(KEY, SUMMARY, HOUR.multipliedBy(1_000));
        return cache.find(KEY).isPresent();
    }

    @Test
    void anInterruptedCallerStaysInterruptedAndRedisIsNotTakenForAway() {
        RedisCache cache = cache();
        cache.store(KEY, SUMMARY, HOUR);

        Thread.currentThread().interrupt();
        cache.find(KEY);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(cache.find(KEY)).isPresent();
    }

    @Test
    void aLeaseBelongsToOneUntilItIsGivenBack() {
        RedisFlightLease lease = new RedisFlightLease(link(PATIENCE));

        assertThat(lease.acquire(KEY, "a", HOUR)).isTrue();
        assertThat(lease.acquire(KEY, "b", HOUR)).isFalse();
        assertThat(lease.acquire(KEY, "a", HOUR)).as("its owner keeps it").isTrue();
        lease.release(KEY, "b");
        assertThat(lease.acquire(KEY, "b", HOUR)).as("nobody else gives it back").isFalse();
        lease.release(KEY, "a");
        assertThat(lease.acquire(KEY, "b", HOUR)).isTrue();
        assertThat(lease.acquire(Samples.fingerprint(2), "a", HOUR)).isTrue();
    }

    @Test
    void aLeaseOfADeadOwnerEnds() {
        RedisFlightLease lease = new RedisFlightLease(link(PATIENCE));
        assertThat(lease.acquire(KEY, "a", Duration.ofMillis(100))).isTrue();

        Await.until("the lease ends", () -> lease.acquire(KEY, "b", HOUR));
        assertThat(lease.acquire(KEY, "a", HOUR)).isFalse();
    }

    @Test
    void withoutRedisEverybodyLeads() {
        RedisFlightLease lease = new RedisFlightLease(link(PATIENCE));
        server.stop();

        assertThat(lease.acquire(KEY, "a", HOUR)).isTrue();
        assertThat(lease.acquire(KEY, "b", HOUR)).isTrue();
    }

    private IdempotencyStore process() {
        return new RedisIdempotencyStore(
                new MemoryIdempotencyStore(1_000_000, clock), link(PATIENCE), clock);
    }

    @Test
    void aKeyIsClaimedOnceOverAllProcesses() {
        IdempotencyStore one = process();
        IdempotencyStore two = process();

        assertThat(one.claim(ALICE, ONCE, KEY, HOUR)).isEqualTo(new Claim.Taken());
        assertThat(two.claim(ALICE, ONCE, KEY, HOUR)).isEqualTo(new Claim.InProgress());
        assertThat(two.claim(ALICE, ONCE, Samples.fingerprint(2), HOUR))
                .isEqualTo(new Claim.Conflict());
        assertThat(two.claim(new Caller("acme", "bob"), ONCE, KEY, HOUR))
                .isEqualTo(new Claim.Taken());

        one.complete(ALICE, ONCE, KEY, SUMMARY, HOUR);
        assertThat(two.claim(ALICE, ONCE, KEY, HOUR)).isEqualTo(new Claim.Done(SUMMARY));
        assertThat(two.claim(ALICE, ONCE, Samples.fingerprint(2), HOUR))
                .isEqualTo(new Claim.Conflict());
    }

    @Test
    void anAbandonedKeyIsFreeEverywhereAndAnOutcomeIsNotAbandoned() {
        IdempotencyStore one = process();
        IdempotencyStore two = process();
        one.claim(ALICE, ONCE, KEY, HOUR);

        one.abandon(ALICE, ONCE, KEY);
        assertThat(two.claim(ALICE, ONCE, KEY, HOUR)).isEqualTo(new Claim.Taken());

        two.complete(ALICE, ONCE, KEY, SUMMARY, HOUR);
        one.abandon(ALICE, ONCE, KEY);
        assertThat(one.claim(ALICE, ONCE, KEY, HOUR)).isEqualTo(new Claim.Done(SUMMARY));
    }

    @Test
    void withoutRedisAProcessStillKnowsItsOwnKeys() {
        IdempotencyStore store = process();
        server.stop();

        assertThat(store.claim(ALICE, ONCE, KEY, HOUR)).isEqualTo(new Claim.Taken());
        assertThat(store.claim(ALICE, ONCE, KEY, HOUR)).isEqualTo(new Claim.InProgress());
        store.complete(ALICE, ONCE, KEY, SUMMARY, HOUR);
        assertThat(store.claim(ALICE, ONCE, KEY, HOUR)).isEqualTo(new Claim.Done(SUMMARY));
    }

    @Test
    void rubbishUnderAnIdempotencyKeySaysNothing() {
        IdempotencyStore one = process();
        one.claim(ALICE, ONCE, KEY, HOUR);
        server.command("SET", server.keys().getFirst(), "rubbish");

        assertThat(process().claim(ALICE, ONCE, KEY, HOUR)).isEqualTo(new Claim.Taken());
    }

    @Test
    void aResultIsFoundByItsTenantAlone() throws Exception {
        RedisResultStore results = new RedisResultStore(link(PATIENCE), HOUR, clock);

        results.store(ALICE, "doc-1", SUMMARY);

        assertThat(results.find(new Caller("acme", "bob"), "doc-1")).contains(SUMMARY);
        assertThat(results.find(new Caller("other", "alice"), "doc-1")).isEmpty();
        assertThat(results.find(ALICE, "doc-2")).isEqualTo(Optional.empty());
    }

    @Test
    void aResultThatCannotBeKeptIsAFailure() {
        RedisResultStore results = new RedisResultStore(link(PATIENCE), HOUR, clock);
        server.stop();

        assertThatThrownBy(() -> results.store(ALICE, "doc-1", SUMMARY))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> results.find(ALICE, "doc-1"))
                .isInstanceOf(StoreUnavailableException.class);
    }
}

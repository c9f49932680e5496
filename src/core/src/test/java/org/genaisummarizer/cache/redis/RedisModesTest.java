package org.genaisummarizer.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genaisummarizer.cache.MemoryIdempotencyStore;
import org.genaisummarizer.engine.port.IdempotencyStore;
import org.genaisummarizer.engine.port.IdempotencyStore.Claim;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.Samples;
import org.genaisummarizer.model.Secret;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.redis.RealRedis;
import org.genaisummarizer.testing.redis.RedisCluster;
import org.genaisummarizer.testing.redis.TlsRedis;
import org.genaisummarizer.testing.redis.WatchedRedis;
import org.genaisummarizer.testing.time.ManualClock;
import org.genaisummarizer.testing.tls.Authority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis as operators have it: with TLS, with users, as a cluster and behind sentinels. */
class RedisModesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Fingerprint KEY = Samples.fingerprint(1);
    private static final Summary SUMMARY = Samples.summary("request-1", "A bridge is built.");
    private static final Caller ALICE = new Caller("acme", "alice");

    /** With what is special in a URL. */
    private static final String PASSWORD = "s3cret@:/+%,";

    /** As the README has it. */
    private static final String[] USER = {
        "ACL",
        "SETUSER",
        "summarizer",
        "on",
        ">" + PASSWORD,
        "resetkeys",
        "~genai-summarizer:*",
        "resetchannels",
        "-@all",
        "+get",
        "+set",
        "+del",
        "+eval"
    };

    private static Authority authority;
    private static Authority another;

    private final ManualClock clock = new ManualClock();
    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir private Path folder;

    @BeforeAll
    static void certify(@TempDir Path folder) throws IOException {
        authority = new Authority(Files.createDirectory(folder.resolve("ours")));
        another = new Authority(Files.createDirectory(folder.resolve("another")));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        vertx.close();
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.add(resource);
        return resource;
    }

    private RedisLink link(RedisServers servers) {
        Redis client = RedisClients.create(vertx, servers);
        open.add(client::close);
        return new RedisLink(client, PATIENCE, clock);
    }

    private static RedisServers servers(
            String url, RedisMode mode, Optional<Path> ca, boolean verify) {
        return new RedisServers(
                RedisUrls.parse(url),
                mode,
                "the-master",
                Optional.empty(),
                Optional.empty(),
                ca.map(RedisModesTest::text),
                verify);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private TlsRedis tls(String name, String hosts, String... more) {
        Optional<TlsRedis> redis =
                TlsRedis.start(authority.issue(name, hosts), authority.certificate(), more);
        assumeTrue(redis.isPresent(), "NOT TESTED: the Redis of this platform has no TLS");
        return opened(redis.get());
    }

    /** Everything that we ask of Redis, each command and script of ours. */
    private void everyStoreWorks(RedisLink link) throws StoreUnavailableException {
        for (int i = 1; i <= 8; i++) {
            new RedisCache(link, clock).store(Samples.fingerprint(i), SUMMARY, HOUR);
            assertThat(new RedisCache(link, clock).find(Samples.fingerprint(i))).isPresent();
        }
        RedisFlightLease lease = new RedisFlightLease(link);
        assertThat(lease.acquire(KEY, "a", HOUR)).isTrue();
        assertThat(lease.acquire(KEY, "b", HOUR)).isFalse();
        lease.release(KEY, "a");
        assertThat(lease.acquire(KEY, "b", HOUR)).isTrue();
        everyKeyIsClaimedOnce(process(link), process(link));
        RedisResultStore results = new RedisResultStore(link, HOUR, clock);
        results.store(ALICE, "doc-1", SUMMARY);
        assertThat(results.find(ALICE, "doc-1")).contains(SUMMARY);
    }

    private void everyKeyIsClaimedOnce(IdempotencyStore one, IdempotencyStore two) {
        IdempotencyKey first = new IdempotencyKey("first");
        assertThat(one.claim(ALICE, first, KEY, HOUR)).isEqualTo(new Claim.Taken());
        assertThat(two.claim(ALICE, first, KEY, HOUR)).isEqualTo(new Claim.InProgress());
        one.complete(ALICE, first, KEY, SUMMARY, HOUR);
        assertThat(two.claim(ALICE, first, KEY, HOUR)).isEqualTo(new Claim.Done(SUMMARY));
        IdempotencyKey second = new IdempotencyKey("second");
        assertThat(one.claim(ALICE, second, KEY, HOUR)).isEqualTo(new Claim.Taken());
        one.abandon(ALICE, second, KEY);
        assertThat(two.claim(ALICE, second, KEY, HOUR)).isEqualTo(new Claim.Taken());
    }

    private IdempotencyStore process(RedisLink link) {
        return new RedisIdempotencyStore(new MemoryIdempotencyStore(1_000_000, clock), link, clock);
    }

    /** It is a miss, and the log says why, once, without what is secret. */
    private void isRefused(RedisServers servers, RedisTrouble why) {
        try (LogLines log = new LogLines(RedisLink.class)) {
            RedisCache cache = new RedisCache(link(servers), clock);
            for (int i = 0; i < 2; i++) {
                cache.store(KEY, SUMMARY, HOUR);
                assertThat(cache.find(KEY)).isEmpty();
                clock.advance(Duration.ofSeconds(2));
            }
            assertThat(log.lines())
                    .containsExactly(why.sentence() + "; this process goes on without it");
        }
    }

    @Test
    void aCertificateOfTheGivenAuthorityIsTrusted() throws Exception {
        TlsRedis redis = tls("here", "ip:127.0.0.1");

        everyStoreWorks(
                link(
                        servers(
                                "rediss://" + redis.address() + "/3",
                                RedisMode.STANDALONE,
                                Optional.of(authority.certificate()),
                                true)));

        assertThat(redis.inTheClear().whole("INFO keyspace")).contains("db3:");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNot() {
        String url = "rediss://" + tls("here-too", "ip:127.0.0.1").address();

        isRefused(
                servers(url, RedisMode.STANDALONE, Optional.of(another.certificate()), true),
                RedisTrouble.TLS);
        isRefused(servers(url, RedisMode.STANDALONE, Optional.empty(), true), RedisTrouble.TLS);
    }

    @Test
    void aCertificateForAnotherHostIsTrustedOnlyByWhoAsksForThat() throws Exception {
        String url = "rediss://" + tls("elsewhere", "dns:elsewhere.example").address();
        Optional<Path> ca = Optional.of(authority.certificate());

        isRefused(servers(url, RedisMode.STANDALONE, ca, true), RedisTrouble.TLS);
        everyStoreWorks(link(servers(url, RedisMode.STANDALONE, ca, false)));
        isRefused(
                servers(url, RedisMode.STANDALONE, Optional.of(another.certificate()), false),
                RedisTrouble.TLS);
    }

    @Test
    void aServerWithoutTlsIsNotSpokenToInTheClear() {
        RealRedis redis = opened(new RealRedis());

        isRefused(
                servers(
                        redis.url().replace("redis:", "rediss:"),
                        RedisMode.STANDALONE,
                        Optional.empty(),
                        true),
                RedisTrouble.TLS);
    }

    private RealRedis withUser() {
        RealRedis redis = opened(new RealRedis("--requirepass", "another"));
        redis.whole("AUTH another\r\n" + String.join(" ", USER));
        return redis;
    }

    private static RedisServers as(String url, String user, String password) {
        return new RedisServers(
                RedisUrls.parse(url),
                RedisMode.STANDALONE,
                "",
                Optional.of(user),
                Optional.of(new Secret(password)),
                Optional.empty(),
                true);
    }

    @Test
    void aUserWhoMayDoWhatTheReadmeListsIsEnough() throws Exception {
        RealRedis redis = withUser();

        everyStoreWorks(link(as(redis.url(), "summarizer", PASSWORD)));
        redis.whole("AUTH another\r\nFLUSHALL");
        everyStoreWorks(
                link(
                        RedisServers.at(
                                redis.url()
                                        .replace("://", "://summarizer:s3cret%40%3A%2F+%25%2C@"))));
    }

    @Test
    void aWrongLoginIsSaidSoAndNotShown() {
        RealRedis redis = withUser();

        isRefused(as(redis.url(), "summarizer", "wrong"), RedisTrouble.LOGIN);
        isRefused(as(redis.url(), "nobody", PASSWORD), RedisTrouble.LOGIN);
        isRefused(RedisServers.at(redis.url()), RedisTrouble.LOGIN);
    }

    @Test
    void aUserWhoMayNotDoEverythingDoesWhatHeMay() {
        RealRedis redis = withUser();
        redis.whole("AUTH another\r\nACL SETUSER summarizer -eval");

        try (LogLines log = new LogLines(RedisLink.class)) {
            RedisLink link = link(as(redis.url(), "summarizer", PASSWORD));
            RedisCache cache = new RedisCache(link, clock);
            cache.store(KEY, SUMMARY, HOUR);
            for (int i = 0; i < 3; i++) {
                assertThat(new RedisFlightLease(link).acquire(KEY, "a", HOUR)).isTrue();
                assertThat(cache.find(KEY)).isPresent();
            }
            assertThat(log.lines())
                    .containsExactly(
                            RedisTrouble.PERMISSION.sentence()
                                    + "; this process goes on without it");
        }
    }

    @Test
    void aClusterIsUsedThroughAnyOfItsNodes() throws Exception {
        RedisCluster cluster = opened(new RedisCluster(folder));
        RedisLink link =
                link(
                        servers(
                                "redis://127.0.0.1:1,"
                                        + cluster.addresses().replaceFirst(",.*", ""),
                                RedisMode.CLUSTER,
                                Optional.empty(),
                                true));

        everyStoreWorks(link);

        assertThat(cluster.masters()).allSatisfy(master -> assertThat(master.keys()).isNotEmpty());
    }

    @Test
    void aClusterWithALoginIsUsedAndAWrongOneSaidSo() throws Exception {
        RedisCluster cluster = opened(new RedisCluster(folder));
        for (RealRedis master : cluster.masters()) {
            master.whole(String.join(" ", USER) + " +cluster|slots +asking");
            master.whole("CONFIG SET requirepass another");
        }
        String hosts = cluster.addresses();

        everyStoreWorks(
                link(
                        servers(
                                "redis://summarizer:s3cret%40%3A%2F+%25%2C@" + hosts,
                                RedisMode.CLUSTER,
                                Optional.empty(),
                                true)));
        isRefused(
                servers(
                        "redis://summarizer:wrong@" + hosts,
                        RedisMode.CLUSTER,
                        Optional.empty(),
                        true),
                RedisTrouble.LOGIN);
    }

    @Test
    void aSlotThatMovesIsFollowed() throws Exception {
        RedisCluster cluster = opened(new RedisCluster(folder));
        RedisLink link =
                link(
                        servers(
                                "redis://" + cluster.addresses(),
                                RedisMode.CLUSTER,
                                Optional.empty(),
                                true));
        RedisCache cache = new RedisCache(link, clock);
        IntStream.rangeClosed(1, 8)
                .forEach(i -> cache.store(Samples.fingerprint(i), SUMMARY, HOUR));
        String key = cluster.masters().getFirst().keys().getFirst();
        String slot = cluster.masters().getFirst().command("CLUSTER", "KEYSLOT", key).substring(1);
        cluster.masters().getFirst().command("DEL", key);

        cluster.move(slot, 0, 1);

        Fingerprint moved =
                IntStream.rangeClosed(1, 8)
                        .mapToObj(Samples::fingerprint)
                        .filter(fingerprint -> key.endsWith(fingerprint.hex()))
                        .findFirst()
                        .orElseThrow();
        cache.store(moved, SUMMARY, HOUR);
        assertThat(cache.find(moved)).isPresent();
        assertThat(cluster.masters().get(1).keys()).contains(key);
    }

    @Test
    void whoTheSentinelMakesMasterIsFollowed() throws Exception {
        WatchedRedis redis = opened(new WatchedRedis(folder, "the-master"));
        RedisLink link =
                link(
                        servers(
                                "redis://127.0.0.1:1," + redis.address(),
                                RedisMode.SENTINEL,
                                Optional.empty(),
                                true));
        everyStoreWorks(link);
        Await.until("the replica has all", () -> redis.replica().keys().size() > 8);

        redis.master().stop();

        RedisCache cache = new RedisCache(link, clock);
        Fingerprint later = Samples.fingerprint(99);
        Await.until(
                "the new master is used",
                () -> {
                    clock.advance(Duration.ofSeconds(2));
                    cache.store(later, SUMMARY, HOUR.multipliedBy(1_000));
                    return cache.find(later).isPresent();
                });
        assertThat(redis.replica().whole("INFO replication")).contains("role:master");
        assertThat(redis.replica().keys()).anyMatch(key -> key.endsWith(later.hex()));
    }

    @Test
    void aMasterThatTheSentinelDoesNotKnowIsAMiss() {
        WatchedRedis redis = opened(new WatchedRedis(folder, "another-master"));

        isRefused(
                servers("redis://" + redis.address(), RedisMode.SENTINEL, Optional.empty(), true),
                RedisTrouble.SILENT);
    }
}

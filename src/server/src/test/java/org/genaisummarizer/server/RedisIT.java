package org.genaisummarizer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.redis.RedisCluster;
import org.genaisummarizer.testing.redis.TlsRedis;
import org.genaisummarizer.testing.tls.Authority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built server with Redis as operators have it. */
class RedisIT {

    private static final String PASSWORD = "s3cret@:/+%,";

    private static Authority authority;
    private static Authority another;

    @TempDir private Path folder;

    @BeforeAll
    static void certify(@TempDir Path folder) throws IOException {
        authority = new Authority(Files.createDirectory(folder.resolve("ours")));
        another = new Authority(Files.createDirectory(folder.resolve("another")));
    }

    private static StartedProcess server(Map<String, String> redis) throws IOException {
        Map<String, String> variables = new HashMap<>(redis);
        variables.put("PORT", "0");
        variables.put("SUMMARIZER_HOST", "127.0.0.1");
        return StartedProcess.with(variables);
    }

    private static TlsRedis tls() {
        Optional<TlsRedis> redis =
                TlsRedis.start(
                        authority.issue("redis-" + System.nanoTime(), "ip:127.0.0.1"),
                        authority.certificate());
        assumeTrue(redis.isPresent(), "NOT TESTED: the Redis of this platform has no TLS");
        redis.get()
                .inTheClear()
                .command(
                        "ACL",
                        "SETUSER",
                        "summarizer",
                        "on",
                        ">" + PASSWORD,
                        "~genai-summarizer:*",
                        "-@all",
                        "+get",
                        "+set",
                        "+del",
                        "+eval");
        return redis.get();
    }

    private static Map<String, String> login(TlsRedis redis, Authority trusted, String password) {
        return Map.of(
                "REDIS_URL",
                "rediss://" + redis.address(),
                "REDIS_USER",
                "summarizer",
                "REDIS_PASSWORD",
                password,
                "REDIS_CA",
                trusted.certificate().toString());
    }

    private static HttpResponse<String> ask(HttpClient client, String address, String directive) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + "/v1/summaries?max_words=20"))
                            .header("Content-Type", "text/plain")
                            .header("Cache-Control", directive)
                            .POST(HttpRequest.BodyPublishers.ofString(Texts.DOCUMENT))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A first connection may take longer than a cache may; the next request finds it made. */
    private static void awaitAnswer(
            HttpClient client,
            String address,
            String directive,
            Predicate<HttpResponse<String>> wanted) {
        Await.until(directive, () -> wanted.test(ask(client, address, directive)));
    }

    private static void oneFindsWhatTheOtherMade(Map<String, String> redis) throws Exception {
        try (StartedProcess one = server(redis);
                StartedProcess two = server(redis);
                HttpClient client = HttpClient.newHttpClient()) {
            String first = one.awaitAddress().orElseThrow();
            String second = two.awaitAddress().orElseThrow();
            awaitAnswer(client, first, "no-cache", answer -> answer.statusCode() == 200);
            awaitAnswer(
                    client,
                    second,
                    "only-if-cached",
                    answer -> {
                        // Until it was stored, for which there may have been no time either.
                        ask(client, first, "no-cache");
                        return answer.statusCode() == 200
                                && answer.body().contains("\"cache\":\"hit\"");
                    });
        }
    }

    @Test
    void overTlsAsAUserOneProcessFindsWhatAnotherMade() throws Exception {
        try (TlsRedis redis = tls()) {
            oneFindsWhatTheOtherMade(login(redis, authority, PASSWORD));

            assertThat(redis.inTheClear().keys())
                    .anyMatch(key -> key.startsWith("genai-summarizer:1:summary:"));
        }
    }

    @Test
    void inAClusterOneProcessFindsWhatAnotherMade() throws Exception {
        try (RedisCluster cluster = new RedisCluster(folder)) {
            oneFindsWhatTheOtherMade(
                    Map.of("REDIS_URL", "redis://" + cluster.addresses(), "REDIS_MODE", "cluster"));
        }
    }

    private static void isAnsweredWithout(Map<String, String> redis, String reason)
            throws Exception {
        try (StartedProcess server = server(redis);
                HttpClient client = HttpClient.newHttpClient()) {
            String address = server.awaitAddress().orElseThrow();

            Await.until(
                    "the log says why",
                    () -> {
                        HttpResponse<String> answer = ask(client, address, "no-cache");
                        assertThat(answer.statusCode()).isEqualTo(200);
                        return server.output().contains(reason);
                    });
            assertThat(server.output()).doesNotContain("wrong", PASSWORD, "\tat ");
        }
    }

    @Test
    void withAWrongPasswordItAnswersWithoutRedisAndSaysWhy() throws Exception {
        try (TlsRedis redis = tls()) {
            isAnsweredWithout(
                    login(redis, authority, "wrong"), "Redis refuses the user or the password");
            assertThat(redis.inTheClear().keys()).isEmpty();
        }
    }

    @Test
    void withACertificateThatIsNotTrustedItAnswersWithoutRedisAndSaysWhy() throws Exception {
        try (TlsRedis redis = tls()) {
            isAnsweredWithout(login(redis, another, PASSWORD), "Redis' certificate is not trusted");
            assertThat(redis.inTheClear().keys()).isEmpty();
        }
    }

    @Test
    void settingsThatDoNotGoTogetherEndTheStart() throws Exception {
        try (StartedProcess server =
                server(Map.of("REDIS_URL", "redis://:sk-verysecret@a,b", "REDIS_USER", "x"))) {
            assertThat(server.awaitAddress()).isEmpty();
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.output())
                    .contains("REDIS_URL must name one server")
                    .doesNotContain("sk-verysecret", "\tat ");
            assertThat(server.output().lines().count()).isLessThanOrEqualTo(2);
        }
    }
}

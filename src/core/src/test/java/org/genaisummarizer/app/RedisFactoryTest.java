package org.genaisummarizer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.genaisummarizer.cache.redis.RedisMode;
import org.genaisummarizer.cache.redis.RedisServers;
import org.genaisummarizer.testing.tls.Authority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisFactoryTest {

    @TempDir private static Path folder;
    private static Path certificate;

    @BeforeAll
    static void certify() {
        certificate = new Authority(folder).certificate();
    }

    private static Optional<RedisServers> servers(Map<String, String> variables) {
        return RedisFactory.servers(Environment.settings(variables).redis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void withoutAUrlThereIsNone(String url) {
        assertThat(servers(Map.of())).isEmpty();
        assertThat(servers(Map.of("REDIS_URL", url))).isEmpty();
    }

    @Test
    void aUrlAloneIsOneServerWhoseCertificateIsLookedAt() {
        assertThat(servers(Map.of("REDIS_URL", "rediss://:pw@host:6380/1")))
                .hasValueSatisfying(
                        servers -> {
                            assertThat(servers.mode()).isEqualTo(RedisMode.STANDALONE);
                            assertThat(servers.authority()).isEmpty();
                            assertThat(servers.verifyHostname()).isTrue();
                        });
    }

    @Test
    void everySettingIsTaken() throws IOException {
        Map<String, String> variables =
                Map.of(
                        "REDIS_URL", "rediss://a:26379,b:26379",
                        "REDIS_MODE", "Sentinel",
                        "REDIS_MASTER", "main",
                        "REDIS_USER", "app",
                        "REDIS_PASSWORD", "p@ss,word",
                        "REDIS_CA", certificate.toString(),
                        "REDIS_VERIFY_HOSTNAME", "false");

        RedisServers servers = servers(variables).orElseThrow();

        assertThat(servers.mode()).isEqualTo(RedisMode.SENTINEL);
        assertThat(servers.master()).isEqualTo("main");
        assertThat(servers.user()).contains("app");
        assertThat(servers.password().orElseThrow().reveal()).isEqualTo("p@ss,word");
        assertThat(servers.authority()).contains(Files.readString(certificate));
        assertThat(servers.verifyHostname()).isFalse();
        assertThat(servers.toString()).doesNotContain("p@ss");
    }

    @Test
    void aCertificateMayBeGivenAsItsText() throws IOException {
        String text = Files.readString(certificate);

        assertThat(
                        servers(Map.of("REDIS_URL", "rediss://host", "REDIS_CA", text))
                                .flatMap(RedisServers::authority))
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "REDIS_URL, 'redis://:secret@a,b', REDIS_URL must name one server",
        "REDIS_MODE, cluster, REDIS_URL must not name a database",
        "REDIS_USER, secret, REDIS_PASSWORD must be set with REDIS_USER",
        "REDIS_PASSWORD, secret, REDIS_PASSWORD must not be set beside",
        "REDIS_CA, /no/such/secret, REDIS_CA must be a readable file",
        "REDIS_CA, '-----BEGIN CERTIFICATE-----secret', REDIS_CA must be a readable file",
    })
    void whatDoesNotGoTogetherEndsTheStart(String variable, String value, String message) {
        Map<String, String> variables = new HashMap<>();
        variables.put("REDIS_URL", "rediss://user:secret@host/1");
        variables.put(variable, value);

        assertThatThrownBy(() -> servers(variables))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(message)
                .doesNotContain("secret");
    }

    @Test
    void aCertificateIsOfNoUseWithoutTls() {
        assertThatThrownBy(
                        () ->
                                servers(
                                        Map.of(
                                                "REDIS_URL",
                                                "redis://host",
                                                "REDIS_CA",
                                                certificate.toString())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rediss://");
    }

    @ParameterizedTest
    @CsvSource({
        "REDIS_URL, http://secret@host",
        "REDIS_URL, 'redis://a,rediss://secret@b'",
        "REDIS_URL, redis://user:sec^ret@host",
        "REDIS_URL, redis://host/secret",
        "REDIS_MODE, secret",
        "REDIS_VERIFY_HOSTNAME, secret",
    })
    void aBadValueEndsTheStartWithItsNameAndWithoutTheValue(String variable, String value) {
        assertThatThrownBy(() -> servers(Map.of(variable, value)))
                .isInstanceOf(ConfigValidationException.class)
                .message()
                .contains(variable + " must be ")
                .doesNotContain(value);
    }
}

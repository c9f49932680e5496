package org.genaisummarizer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.genaisummarizer.engine.planning.LongDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void withNothingSetEverySettingHasItsDefault() {
        Settings settings = Environment.settings(Map.of());

        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.maxBytes()).isEqualTo(5_000_000);
        assertThat(settings.degrade()).isEqualTo(Settings.Degrade.NONE);
        assertThat(settings.longDocuments()).isEqualTo(LongDocuments.Way.MAP_REDUCE);
        assertThat(settings.parallel()).isEqualTo(LongDocuments.DEFAULT_PARALLEL);
        assertThat(settings.partial()).isFalse();
        assertThat(settings.providers()).isEmpty();
        assertThat(settings.maxCost()).isEmpty();
        assertThat(settings.openai().apiKey()).isEmpty();
        assertThat(settings.openai().baseUrl()).isEmpty();
        assertThat(settings.anthropic().apiKey()).isEmpty();
    }

    @Test
    void variablesOfTheEnvironmentAreTaken() {
        Settings settings =
                Environment.settings(
                        Map.of(
                                "SUMMARIZER_FIRST_TOKEN", "1500ms",
                                "SUMMARIZER_PROVIDERS", "openai,extractive",
                                "SUMMARIZER_MAX_COST", "0.05",
                                "SUMMARIZER_DEGRADE", "extractive",
                                "SUMMARIZER_LONG", "extract",
                                "SUMMARIZER_PARTIAL", "true",
                                "SUMMARIZER_OPENAI_MODEL", "gpt-4o",
                                "OPENAI_API_KEY", "sk-1"));

        assertThat(settings.firstToken()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(settings.providers()).contains(List.of("openai", "extractive"));
        assertThat(settings.maxCost()).contains(new BigDecimal("0.05"));
        assertThat(settings.degrade()).isEqualTo(Settings.Degrade.EXTRACTIVE);
        assertThat(settings.longDocuments()).isEqualTo(LongDocuments.Way.EXTRACT);
        assertThat(settings.partial()).isTrue();
        assertThat(settings.openai().model()).isEqualTo("gpt-4o");
        assertThat(settings.openai().apiKey()).contains("sk-1");
    }

    @ParameterizedTest
    @CsvSource({
        "SUMMARIZER_TIMEOUT, 17potatoes",
        "SUMMARIZER_TIMEOUT, -5s",
        "SUMMARIZER_TIMEOUT, PT0S",
        "SUMMARIZER_TIMEOUT, ''",
        "SUMMARIZER_FIRST_TOKEN, sk-secret",
        "SUMMARIZER_MAX_BYTES, 5MB",
        "SUMMARIZER_MAX_BYTES, 99999999999999999999",
        "SUMMARIZER_MAX_REQUESTS, 0",
        "SUMMARIZER_MAX_TENANT_REQUESTS, 0",
        "SUMMARIZER_MAX_CALLS, 1.5",
        "SUMMARIZER_MAX_COST, cheap",
        "SUMMARIZER_MAX_COST, -1",
        "SUMMARIZER_DEGRADE, sometimes",
        "SUMMARIZER_LONG, cut",
        "SUMMARIZER_PARALLEL, 0",
        "SUMMARIZER_PARTIAL, maybe",
        "SUMMARIZER_DRAIN, -1s",
        "OPENAI_BASE_URL, not a url at all",
        "ANTHROPIC_BASE_URL, /v1",
        "SUMMARIZER_OPENAI_CONTEXT_WINDOW, many",
        "SUMMARIZER_ANTHROPIC_PRICE_CACHE_WRITE, 1.000.000",
    })
    void aBadValueEndsTheStartWithItsNameAndWithoutTheValue(String variable, String value) {
        assertThatThrownBy(() -> Environment.settings(Map.of(variable, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(variable + " must be ")
                .satisfies(
                        e ->
                                assertThat(e.getMessage())
                                        .doesNotContain(value.isEmpty() ? "\"\"" : value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "8080", "65535"})
    void aPortIsTaken(String port) {
        assertThat(
                        Environment.of(Map.of("QUARKUS_HTTP_PORT", port))
                                .getRawValue("quarkus.http.port"))
                .isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "65536", "-1", "80 81"})
    void aPortThatIsNoneIsRefused(String port) {
        assertThatThrownBy(
                        () ->
                                Environment.of(Map.of("QUARKUS_HTTP_PORT", port))
                                        .getRawValue("quarkus.http.port"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("QUARKUS_HTTP_PORT");
    }

    @Test
    void everySettingHasARuleAndEveryRuleASetting() {
        assertThat(SettingsCheck.RULES.keySet())
                .containsExactlyInAnyOrderElementsOf(DocumentedSetting.ofMapping().keySet());
    }

    @Test
    void everyDefaultKeepsItsRule() {
        DocumentedSetting.ofMapping()
                .forEach(
                        (name, setting) -> {
                            if (!setting.defaultValue().isEmpty()) {
                                assertThat(
                                                SettingsCheck.RULES
                                                        .get(name)
                                                        .accepts(setting.defaultValue()))
                                        .as(name)
                                        .isTrue();
                            }
                        });
    }

    @Test
    void misspeltVariablesAreFoundAndOthersAreNot() {
        assertThat(
                        UnknownSettings.in(
                                Environment.of(
                                        Map.of(
                                                "SUMMARIZER_TIMOUT", "5s",
                                                "SUMMARIZER_TIMEOUT", "5s",
                                                "SUMMARIZER_PROVIDER_LOCAL_TYPE", "openai",
                                                "OTHER_THING", "1"))))
                .containsExactly("SUMMARIZER_TIMOUT");
    }
}

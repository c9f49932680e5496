package org.genaisummarizer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.ModelRef;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.provider.anthropic.AnthropicProvider;
import org.genaisummarizer.provider.openai.OpenAiProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteFactoryTest {

    private static final Map<String, String> LOCAL =
            Map.of(
                    "SUMMARIZER_PROVIDER_LOCAL_TYPE", "openai",
                    "SUMMARIZER_PROVIDER_LOCAL_BASE_URL", "http://127.0.0.1:1/v1",
                    "SUMMARIZER_PROVIDER_LOCAL_MODEL", "llama");

    @Test
    void withNothingConfiguredTheBuiltInSummarizerAnswers() {
        assertThat(names(Map.of())).containsExactly("extractive/extractive");
    }

    @Test
    void aKeyTurnsAProviderOnAndOpenAiIsAskedFirst() {
        assertThat(names(Map.of("ANTHROPIC_API_KEY", "a", "OPENAI_API_KEY", "o")))
                .containsExactly("openai/gpt-4.1-mini", "anthropic/claude-haiku-4-5");
    }

    @Test
    void aBaseUrlAloneTurnsAProviderOnToo() {
        assertThat(names(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")))
                .containsExactly("openai/gpt-4.1-mini");
    }

    @Test
    void anEmptyKeyTurnsNothingOn() {
        assertThat(names(Map.of("OPENAI_API_KEY", "", "ANTHROPIC_API_KEY", " ")))
                .containsExactly("extractive/extractive");
    }

    @Test
    void theOrderOfProvidersIsTheOperators() {
        Map<String, String> variables = new HashMap<>(LOCAL);
        variables.put("OPENAI_API_KEY", "o");
        variables.put("SUMMARIZER_PROVIDERS", "Local, extractive,OPENAI");

        assertThat(names(variables))
                .containsExactly("local/llama", "extractive/extractive", "openai/gpt-4.1-mini");
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL, local",
        "Local, local",
        "local, local",
        "AZURE_OPENAI, azure-openai",
        "azure_OpenAI, azure-openai",
        "V2, v2",
    })
    void aProvidersNameMayBeWrittenInAnyCase(String written, String name) {
        String prefix = "SUMMARIZER_PROVIDER_" + written;

        assertThat(
                        names(
                                Map.of(
                                        prefix + "_TYPE", "Anthropic",
                                        prefix + "_BASE_URL", "https://example.org/v1",
                                        prefix + "_API_KEY", "k",
                                        prefix + "_MODEL", "m")))
                .containsExactly(name + "/m");
    }

    @Test
    void aFurtherProviderHasTheLimitsAndPricesThatItsVariablesSay() {
        Map<String, String> variables = new HashMap<>(LOCAL);
        variables.put("SUMMARIZER_PROVIDER_LOCAL_CONTEXT_WINDOW", "32000");
        variables.put("SUMMARIZER_PROVIDER_LOCAL_MAX_OUTPUT", "2000");
        variables.put("SUMMARIZER_PROVIDER_LOCAL_PRICE_INPUT", "0.15");
        variables.put("SUMMARIZER_PROVIDER_LOCAL_PRICE_OUTPUT", "0.60");
        variables.put("SUMMARIZER_PROVIDER_LOCAL_PRICE_CACHED_INPUT", "0.075");

        Target target = targets(variables).getFirst();

        assertThat(target.contextWindow()).isEqualTo(32_000);
        assertThat(target.maxOutput()).isEqualTo(2_000);
        assertThat(target.price())
                .isEqualTo(
                        new Price(
                                new BigDecimal("0.15"),
                                new BigDecimal("0.60"),
                                new BigDecimal("0.075"),
                                new BigDecimal("0.15")));
        assertThat(target.isLanguageModel()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SUMMARIZER_PROVIDERS, sk-oops, SUMMARIZER_PROVIDERS",
        "SUMMARIZER_PROVIDERS, 'local,local', SUMMARIZER_PROVIDERS",
        "SUMMARIZER_PROVIDER_LOCAL_TYPE, gemini-secret, SUMMARIZER_PROVIDER_LOCAL_TYPE",
        "SUMMARIZER_PROVIDER_LOCAL_BASE_URL, ftp://user:pass@host, SUMMARIZER_PROVIDER_LOCAL_BASE_URL",
        "SUMMARIZER_PROVIDER_LOCAL_BASE_URL, ' ', SUMMARIZER_PROVIDER_LOCAL_BASE_URL",
        "SUMMARIZER_PROVIDER_LOCAL_CONTEXT_WINDOW, 8k, SUMMARIZER_PROVIDER_LOCAL_CONTEXT_WINDOW",
        "SUMMARIZER_PROVIDER_LOCAL_PRICE_INPUT, -0.5, SUMMARIZER_PROVIDER_LOCAL_PRICE_INPUT",
        "SUMMARIZER_PROVIDER_LOCAL_APIKEY, sk-oops, SUMMARIZER_PROVIDER_LOCAL_APIKEY",
        "SUMMARIZER_PROVIDER_API_KEY, sk-oops, SUMMARIZER_PROVIDER_API_KEY",
        "SUMMARIZER_PROVIDER_OPENAI_MODEL, gpt-secret, SUMMARIZER_PROVIDER_OPENAI",
        "OPENAI_BASE_URL, ftp://user:pass@host, OPENAI_BASE_URL",
    })
    void aBadProviderEndsTheStartWithTheVariablesNameAndWithoutItsValue(
            String variable, String value, String named) {
        Map<String, String> variables = new HashMap<>(LOCAL);
        variables.put(variable, value);

        assertThatThrownBy(() -> targets(variables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named)
                .satisfies(
                        e -> {
                            if (!value.isBlank()) {
                                assertThat(e.getMessage()).doesNotContain(value);
                            }
                        });
    }

    private static List<String> names(Map<String, String> variables) {
        return targets(variables).stream().map(Target::ref).map(ModelRef::toString).toList();
    }

    private static List<Target> targets(Map<String, String> variables) {
        SmallRyeConfig config = Environment.of(variables);
        return new RouteFactory(
                        config.getConfigMapping(Settings.class),
                        config,
                        new Named(),
                        Clock.systemUTC())
                .route()
                .targets();
    }

    /** Clients that have their names and do nothing. */
    private static final class Named implements Vendors {

        @Override
        public CompletionProvider openAi(OpenAiProvider.Settings settings) {
            return new NamedProvider(settings.name());
        }

        @Override
        public CompletionProvider anthropic(AnthropicProvider.Settings settings) {
            return new NamedProvider(settings.name());
        }
    }

    private record NamedProvider(String name) implements CompletionProvider {

        @Override
        public Completion complete(CompletionRequest request, Consumer<CompletionChunk> sink) {
            throw new UnsupportedOperationException();
        }
    }
}

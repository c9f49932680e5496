package org.genaisummarizer.app;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.engine.Route;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.model.Secret;
import org.genaisummarizer.provider.anthropic.AnthropicProvider;
import org.genaisummarizer.provider.extractive.ExtractiveProvider;
import org.genaisummarizer.provider.guard.GuardedProvider;
import org.genaisummarizer.provider.http.Endpoint;
import org.genaisummarizer.provider.openai.OpenAiProvider;
import org.genaisummarizer.provider.openai.OpenAiProvider.KeyHeader;
import org.genaisummarizer.provider.openai.OpenAiProvider.LimitField;

/** Builds the providers that the configuration turns on, in its order. */
final class RouteFactory {

    private static final String OPENAI = "openai";
    private static final String ANTHROPIC = "anthropic";

    private static final Set<String> RESERVED = Set.of(OPENAI, ANTHROPIC, ExtractiveProvider.NAME);

    private static final String OPENAI_URL = "https://api.openai.com/v1";
    private static final String ANTHROPIC_URL = "https://api.anthropic.com/v1";

    /** What a server has that says nothing of its window: the least that is common. */
    private static final int DEFAULT_WINDOW = 8_192;

    private static final int DEFAULT_OUTPUT = 4_096;

    private final Settings settings;
    private final Config config;
    private final Vendors vendors;
    private final Clock clock;

    RouteFactory(Settings settings, Config config, Vendors vendors, Clock clock) {
        this.settings = settings;
        this.config = config;
        this.vendors = vendors;
        this.clock = clock;
    }

    /** The built-in summarizer, which has no window and costs nothing. */
    static Target extractive() {
        return new Target(
                new ExtractiveProvider(),
                ExtractiveProvider.NAME,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Price.FREE,
                false);
    }

    Route route() {
        Map<String, Supplier<Target>> known = known();
        List<String> order = settings.providers().orElseGet(() -> List.copyOf(known.keySet()));
        List<Target> targets = new ArrayList<>();
        for (String written : order) {
            // As the names of the variables have it, a hyphen and an underscore are the same.
            String name = written.strip().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(ExtractiveProvider.NAME)) {
                targets.add(extractive());
            } else if (known.containsKey(name)) {
                targets.add(known.get(name).get());
            } else {
                throw new ConfigurationException(
                        "SUMMARIZER_PROVIDERS names a provider that is not turned on: set its key or its SUMMARIZER_PROVIDER_<NAME>_ variables");
            }
        }
        if (targets.isEmpty()) {
            targets.add(extractive());
        }
        try {
            return new Route(targets);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("SUMMARIZER_PROVIDERS must not name one twice");
        }
    }

    private Map<String, Supplier<Target>> known() {
        Map<String, Supplier<Target>> known = new LinkedHashMap<>();
        // A base URL alone turns a provider on too: a server of one's own may want no key.
        if (isSet(settings.openai().apiKey()) || isSet(settings.openai().baseUrl())) {
            known.put(OPENAI, this::openAi);
        }
        if (isSet(settings.anthropic().apiKey()) || isSet(settings.anthropic().baseUrl())) {
            known.put(ANTHROPIC, this::anthropic);
        }
        ProviderVariables.all(config)
                .forEach(
                        (name, variables) -> {
                            if (RESERVED.contains(name)) {
                                throw new ConfigurationException(
                                        variables.name("_TYPE")
                                                + " must have another <NAME>: this provider has settings of its own");
                            }
                            known.put(name, () -> further(name, variables));
                        });
        return known;
    }

    private static boolean isSet(Optional<String> setting) {
        return setting.filter(value -> !value.isBlank()).isPresent();
    }

    private static Optional<Secret> secret(Optional<String> key) {
        return key.filter(value -> !value.isBlank()).map(Secret::new);
    }

    private Target openAi() {
        Settings.OpenAi openAi = settings.openai();
        CompletionProvider provider =
                vendors.openAi(
                        new OpenAiProvider.Settings(
                                OPENAI,
                                endpoint(
                                        openAi.baseUrl()
                                                .filter(url -> !url.isBlank())
                                                .orElse(OPENAI_URL),
                                        "OPENAI_BASE_URL"),
                                secret(openAi.apiKey()),
                                KeyHeader.BEARER,
                                LimitField.MAX_COMPLETION_TOKENS));
        Price price =
                new Price(
                        openAi.priceInput(),
                        openAi.priceOutput(),
                        openAi.priceCachedInput(),
                        openAi.priceInput());
        return target(provider, openAi.model(), openAi.contextWindow(), openAi.maxOutput(), price);
    }

    private Target anthropic() {
        Settings.Anthropic anthropic = settings.anthropic();
        CompletionProvider provider =
                vendors.anthropic(
                        new AnthropicProvider.Settings(
                                ANTHROPIC,
                                endpoint(
                                        anthropic
                                                .baseUrl()
                                                .filter(url -> !url.isBlank())
                                                .orElse(ANTHROPIC_URL),
                                        "ANTHROPIC_BASE_URL"),
                                secret(anthropic.apiKey())));
        Price price =
                new Price(
                        anthropic.priceInput(),
                        anthropic.priceOutput(),
                        anthropic.priceCachedInput(),
                        anthropic.priceCacheWrite());
        return target(
                provider,
                anthropic.model(),
                anthropic.contextWindow(),
                anthropic.maxOutput(),
                price);
    }

    private Target further(String name, ProviderVariables variables) {
        Optional<Secret> key = variables.get("_API_KEY").map(Secret::new);
        Endpoint endpoint = endpoint(variables.require("_BASE_URL"), variables.name("_BASE_URL"));
        CompletionProvider provider =
                switch (variables.require("_TYPE").toLowerCase(Locale.ROOT)) {
                    case OPENAI ->
                            vendors.openAi(
                                    new OpenAiProvider.Settings(
                                            name,
                                            endpoint,
                                            key,
                                            variables.choice(
                                                    "_KEY_HEADER",
                                                    KeyHeader.class,
                                                    KeyHeader.BEARER),
                                            variables.choice(
                                                    "_LIMIT_FIELD",
                                                    LimitField.class,
                                                    LimitField.MAX_TOKENS)));
                    case ANTHROPIC ->
                            vendors.anthropic(new AnthropicProvider.Settings(name, endpoint, key));
                    default ->
                            throw new ConfigurationException(
                                    variables.name("_TYPE") + " must be openai or anthropic");
                };
        return target(
                provider,
                variables.require("_MODEL"),
                variables.count("_CONTEXT_WINDOW", DEFAULT_WINDOW),
                variables.count("_MAX_OUTPUT", DEFAULT_OUTPUT),
                price(variables));
    }

    private static Price price(ProviderVariables variables) {
        Price plain =
                new Price(
                        variables.money("_PRICE_INPUT").orElse(Price.FREE.input()),
                        variables.money("_PRICE_OUTPUT").orElse(Price.FREE.output()));
        return new Price(
                plain.input(),
                plain.output(),
                variables.money("_PRICE_CACHED_INPUT").orElse(plain.input()),
                variables.money("_PRICE_CACHE_WRITE").orElse(plain.input()));
    }

    private Target target(
            CompletionProvider provider, String model, int window, int output, Price price) {
        GuardedProvider.Limits limits =
                new GuardedProvider.Limits(
                        settings.breakerFailures(), settings.breakerRest(), settings.maxCalls());
        return new Target(
                new GuardedProvider(provider, limits, clock), model, window, output, price, true);
    }

    private Endpoint endpoint(String url, String variable) {
        try {
            return new Endpoint(URI.create(url), settings.connect(), settings.maxCalls());
        } catch (IllegalArgumentException e) {
            // What it says may quote the URL, and a URL may hold a password.
            throw new ConfigurationException(variable + " must be an absolute http or https URL");
        }
    }
}

package org.genaisummarizer.app;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of one further provider: the variables {@code SUMMARIZER_PROVIDER_<NAME>_<KEY>}.
 * They are read by their names as the environment has them, because a mapping could not tell where
 * a name with underscores ends.
 */
final class ProviderVariables {

    static final String PREFIX = "SUMMARIZER_PROVIDER_";

    /** Longer keys first, so that {@code _PRICE_INPUT} is not taken for a name that ends so. */
    private static final String[] KEYS = {
        "_PRICE_CACHED_INPUT",
        "_PRICE_CACHE_WRITE",
        "_CONTEXT_WINDOW",
        "_PRICE_OUTPUT",
        "_PRICE_INPUT",
        "_LIMIT_FIELD",
        "_KEY_HEADER",
        "_MAX_OUTPUT",
        "_BASE_URL",
        "_API_KEY",
        "_MODEL",
        "_TYPE"
    };

    private final String prefix;
    private final Map<String, String> values;

    private ProviderVariables(String prefix, Map<String, String> values) {
        this.prefix = prefix;
        this.values = values;
    }

    /**
     * All further providers, by the names that requests and reports have for them: in lower case,
     * with hyphens.
     */
    static Map<String, ProviderVariables> all(Config config) {
        Map<String, ProviderVariables> providers = new TreeMap<>();
        for (String property : config.getPropertyNames()) {
            String variable = property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            if (!variable.startsWith(PREFIX)) {
                continue;
            }
            String key = keyOf(variable);
            String upperName =
                    variable.substring(
                            PREFIX.length(),
                            Math.max(PREFIX.length(), variable.length() - key.length()));
            if (upperName.isEmpty()) {
                throw new ConfigurationException(
                        variable + " must be written " + PREFIX + "<NAME>" + key);
            }
            ProviderVariables provider =
                    providers.computeIfAbsent(
                            upperName.toLowerCase(Locale.ROOT).replace('_', '-'),
                            name -> new ProviderVariables(PREFIX + upperName, new TreeMap<>()));
            config.getOptionalValue(property, String.class)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> provider.values.put(key, value.strip()));
        }
        return providers;
    }

    private static String keyOf(String variable) {
        for (String key : KEYS) {
            if (variable.endsWith(key)) {
                return key;
            }
        }
        throw new ConfigurationException(
                variable + " is no setting of a provider; see the README's table");
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    String require(String key) {
        return get(key).orElseThrow(
                        () -> new ConfigurationException(prefix + key + " must be set"));
    }

    int count(String key, int otherwise) {
        return checked(key, SettingRule.COUNT).map(Integer::parseInt).orElse(otherwise);
    }

    Optional<BigDecimal> money(String key) {
        return checked(key, SettingRule.MONEY).map(BigDecimal::new);
    }

    private Optional<String> checked(String key, SettingRule rule) {
        Optional<String> value = get(key);
        if (value.isPresent() && !rule.accepts(value.get())) {
            throw new ConfigurationException(prefix + key + " must be " + rule.text());
        }
        return value;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return checked(key, SettingRule.oneOf(type))
                .map(value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(otherwise);
    }

    /** The full name of a variable, for messages. */
    String name(String key) {
        return prefix + key;
    }
}

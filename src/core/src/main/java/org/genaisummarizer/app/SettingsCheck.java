package org.genaisummarizer.app;

import static java.util.Map.entry;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.genaisummarizer.cache.redis.RedisMode;
import org.genaisummarizer.engine.planning.LongDocuments;
import org.jspecify.annotations.Nullable;

/**
 * Checks settings as they are read. The configuration library would too, but its message quotes the
 * value, which may be a key that somebody put in the wrong place.
 */
public final class SettingsCheck implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    private static final String PREFIX = "summarizer.";
    private static final String REDIS = PREFIX + "redis.";

    /** Every setting of {@link Settings}; a test keeps the two together. */
    static final Map<String, SettingRule> RULES =
            Map.ofEntries(
                    entry("summarizer.providers", SettingRule.TEXT),
                    entry("summarizer.timeout", SettingRule.DURATION),
                    entry("summarizer.first-token", SettingRule.DURATION),
                    entry("summarizer.stall", SettingRule.DURATION),
                    entry("summarizer.connect", SettingRule.DURATION),
                    entry("summarizer.max-bytes", SettingRule.BYTES),
                    entry("summarizer.max-cost", SettingRule.MONEY.orEmpty()),
                    entry("summarizer.max-requests", SettingRule.COUNT),
                    entry("summarizer.max-tenant-requests", SettingRule.COUNT),
                    entry("summarizer.max-calls", SettingRule.COUNT),
                    entry("summarizer.breaker-failures", SettingRule.COUNT),
                    entry("summarizer.breaker-rest", SettingRule.DURATION),
                    entry("summarizer.degrade", SettingRule.oneOf(Settings.Degrade.class)),
                    entry("summarizer.long", SettingRule.oneOf(LongDocuments.Way.class)),
                    entry("summarizer.parallel", SettingRule.COUNT),
                    entry("summarizer.partial", SettingRule.TRUE_OR_FALSE),
                    entry("summarizer.cache-ttl", SettingRule.DURATION),
                    entry("summarizer.cache-ttl-fallback", SettingRule.DURATION),
                    entry("summarizer.cache-bytes", SettingRule.BYTES),
                    entry("summarizer.idempotency-ttl", SettingRule.DURATION),
                    entry("summarizer.result-ttl", SettingRule.DURATION),
                    entry("summarizer.result-queue-url", SettingRule.URL.orEmpty()),
                    entry("summarizer.dead-letter-queue-url", SettingRule.URL.orEmpty()),
                    entry("summarizer.queue-concurrency", SettingRule.COUNT),
                    entry("summarizer.base-path", SettingRule.PATH.orEmpty()),
                    entry("summarizer.trusted-proxies", SettingRule.TEXT),
                    entry("summarizer.identity-header", SettingRule.TEXT),
                    entry("summarizer.drain", SettingRule.DURATION_OR_ZERO),
                    entry("summarizer.host", SettingRule.TEXT),
                    entry("summarizer.redis.url", SettingRule.REDIS.orEmpty()),
                    entry("summarizer.redis.mode", SettingRule.oneOf(RedisMode.class)),
                    entry("summarizer.redis.master", SettingRule.TEXT),
                    entry("summarizer.redis.user", SettingRule.TEXT),
                    entry("summarizer.redis.password", SettingRule.TEXT),
                    entry("summarizer.redis.ca", SettingRule.TEXT),
                    entry("summarizer.redis.verify-hostname", SettingRule.TRUE_OR_FALSE),
                    entry("summarizer.openai.api-key", SettingRule.TEXT),
                    entry("summarizer.openai.base-url", SettingRule.URL.orEmpty()),
                    entry("summarizer.openai.model", SettingRule.TEXT),
                    entry("summarizer.openai.context-window", SettingRule.COUNT),
                    entry("summarizer.openai.max-output", SettingRule.COUNT),
                    entry("summarizer.openai.price-input", SettingRule.MONEY),
                    entry("summarizer.openai.price-output", SettingRule.MONEY),
                    entry("summarizer.openai.price-cached-input", SettingRule.MONEY),
                    entry("summarizer.anthropic.api-key", SettingRule.TEXT),
                    entry("summarizer.anthropic.base-url", SettingRule.URL.orEmpty()),
                    entry("summarizer.anthropic.model", SettingRule.TEXT),
                    entry("summarizer.anthropic.context-window", SettingRule.COUNT),
                    entry("summarizer.anthropic.max-output", SettingRule.COUNT),
                    entry("summarizer.anthropic.price-input", SettingRule.MONEY),
                    entry("summarizer.anthropic.price-output", SettingRule.MONEY),
                    entry("summarizer.anthropic.price-cached-input", SettingRule.MONEY),
                    entry("summarizer.anthropic.price-cache-write", SettingRule.MONEY));

    /** A setting of Quarkus' that the README names by other names. */
    private static final Map<String, SettingRule> QUARKUS_RULES =
            Map.of("quarkus.http.port", SettingRule.PORT);

    private static final Map<String, String> VARIABLES =
            Map.of(
                    "quarkus.http.port", "PORT or QUARKUS_HTTP_PORT",
                    "summarizer.openai.api-key", "OPENAI_API_KEY",
                    "summarizer.openai.base-url", "OPENAI_BASE_URL",
                    "summarizer.anthropic.api-key", "ANTHROPIC_API_KEY",
                    "summarizer.anthropic.base-url", "ANTHROPIC_BASE_URL");

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        SettingRule rule = name.startsWith(PREFIX) ? RULES.get(name) : QUARKUS_RULES.get(name);
        // The build reads settings as they are written, with the names of others in them.
        if (Expressions.isEnabled()
                && rule != null
                && value != null
                && value.getValue() != null
                && !rule.accepts(value.getValue())) {
            throw new ConfigurationException(variable(name) + " must be " + rule.text());
        }
        return value;
    }

    /** The environment variable that is documented for a setting. */
    static String variable(String name) {
        // Most platforms that offer a Redis name it so.
        String ours = name.startsWith(REDIS) ? name.substring(PREFIX.length()) : name;
        return VARIABLES.getOrDefault(
                name, ours.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }

    static Set<String> variables() {
        return RULES.keySet().stream().map(SettingsCheck::variable).collect(Collectors.toSet());
    }
}

package org.genaisummarizer.app;

import io.quarkus.runtime.configuration.DurationConverter;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.genaisummarizer.cache.redis.RedisUrls;

/**
 * What a setting's value must be.
 *
 * @param text completes "SUMMARIZER_X must be …"
 */
record SettingRule(String text, Predicate<String> holds) {

    static final SettingRule TEXT = new SettingRule("text", value -> true);

    static final SettingRule URL =
            new SettingRule("an absolute URL", value -> URI.create(value).isAbsolute());

    static final SettingRule DURATION =
            new SettingRule(
                    "a duration above 0, as 500ms, 60s, 5m or PT60S",
                    value -> duration(value).isPositive());

    static final SettingRule DURATION_OR_ZERO =
            new SettingRule(
                    "a duration, as 500ms, 60s, 5m or PT60S",
                    value -> !duration(value).isNegative());

    static final SettingRule COUNT =
            new SettingRule("a whole number >= 1", value -> Integer.parseInt(value) >= 1);

    static final SettingRule TRUE_OR_FALSE =
            new SettingRule(
                    "true or false", value -> value.equals("true") || value.equals("false"));

    static final SettingRule BYTES =
            new SettingRule("a whole number of bytes >= 1", value -> Long.parseLong(value) >= 1);

    static final SettingRule MONEY =
            new SettingRule("an amount in USD >= 0, as 0.40", value -> isAmount(value));

    static final SettingRule PORT =
            new SettingRule(
                    "a port from 0 to 65535",
                    value -> Integer.parseInt(value) >= 0 && Integer.parseInt(value) <= 65_535);

    static final SettingRule REDIS =
            new SettingRule(
                    "a URL that begins with redis:// or rediss://, or several with commas, with what is special in a password percent-encoded",
                    SettingRule::isRedis);

    static final SettingRule PATH =
            new SettingRule("a path, as /api", value -> value.matches("(/[A-Za-z0-9._~-]+)+"));

    static SettingRule oneOf(Class<? extends Enum<?>> choices) {
        List<String> words =
                Arrays.stream(choices.getEnumConstants())
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
        return new SettingRule(
                words.stream().collect(Collectors.joining(" or ")),
                value -> words.contains(value.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** The same for a setting that may be left empty. */
    SettingRule orEmpty() {
        return new SettingRule(text + ", or empty", value -> value.isEmpty() || holds.test(value));
    }

    boolean accepts(String value) {
        try {
            return holds.test(value.strip());
        } catch (IllegalArgumentException e) {
            // What a parser says of a value quotes it.
            return false;
        }
    }

    private static Duration duration(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return DurationConverter.parseDuration(value);
    }

    private static boolean isAmount(String value) {
        return new BigDecimal(value).signum() >= 0;
    }

    private static boolean isRedis(String value) {
        RedisUrls.parse(value);
        return true;
    }
}

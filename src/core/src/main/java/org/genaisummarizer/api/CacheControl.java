package org.genaisummarizer.api;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.genaisummarizer.model.CacheDirectives;

/**
 * Reads the Cache-Control field of a request (RFC 9111, section 5.2.1); directives that mean
 * nothing here are passed over.
 */
final class CacheControl {

    private CacheControl() {}

    /**
     * @throws ProblemException if max-age has no whole number of seconds
     */
    static CacheDirectives parse(Optional<String> field) throws ProblemException {
        if (field.isEmpty()) {
            return CacheDirectives.NONE;
        }
        boolean noCache = false;
        boolean noStore = false;
        boolean onlyIfCached = false;
        Optional<Duration> maxAge = Optional.empty();
        for (String directive : field.get().split(",", -1)) {
            String text = directive.strip().toLowerCase(Locale.ROOT);
            switch (text) {
                case "no-cache" -> noCache = true;
                case "no-store" -> noStore = true;
                case "only-if-cached" -> onlyIfCached = true;
                default -> {
                    if (text.startsWith("max-age")) {
                        maxAge = Optional.of(maxAge(text));
                    }
                }
            }
        }
        return new CacheDirectives(noCache, noStore, onlyIfCached, maxAge);
    }

    private static Duration maxAge(String directive) throws ProblemException {
        if (!directive.matches("max-age=\"?[0-9]{1,10}\"?")) {
            throw new ProblemException(
                    Problems.badRequest(
                            "Cache-Control's max-age must be a whole number of seconds"));
        }
        return Duration.ofSeconds(Long.parseLong(directive.replaceAll("[^0-9]", "")));
    }
}

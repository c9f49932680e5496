package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off a path what the gateway put before it: stage, base path of a domain, prefix. */
final class EventPath {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}+]+)\\+?}");

    private EventPath() {}

    /** A stage is part of some events' paths; the default one is of none. */
    static String withoutStage(String path, String stage) {
        return stage.isEmpty() ? path : without(path, "/" + stage);
    }

    static String without(String path, Optional<String> prefix) {
        return prefix.map(before -> without(path, before)).orElse(path);
    }

    /** A prefix ends where a segment does: {@code /api} is none of {@code /apis}. */
    private static String without(String path, String prefix) {
        if (path.equals(prefix)) {
            return "/";
        }
        return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    }

    /**
     * The part of the path that the route matched, which is what the gateway's own configuration
     * calls it. A domain's mapping precedes it.
     *
     * @param pattern of the route, as <code>/v1/{proxy+}</code>; may be empty
     */
    static String withinRoute(String path, String pattern, JsonNode parameters) {
        if (!pattern.startsWith("/")) {
            return path;
        }
        Matcher names = PARAMETER.matcher(pattern);
        String matched =
                names.replaceAll(
                        name -> Matcher.quoteReplacement(parameters.path(name.group(1)).asText()));
        return matched.length() > 1 && path.endsWith(matched) ? matched : path;
    }
}

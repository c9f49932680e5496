package org.genaisummarizer.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Query parameters, each at most once, none unknown. */
final class Query {

    private static final Set<String> OPTIONS =
            Set.of("style", "length", "max_words", "language", "focus", "model");
    private static final int MOST_NAME_SHOWN = 64;

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param extra a parameter beside the options, as {@code text}
     * @throws ProblemException if one is malformed, unknown or given twice
     */
    static Query parse(String query, Set<String> extra) throws ProblemException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!OPTIONS.contains(name) && !extra.contains(name)) {
                throw new ProblemException(
                        Problems.invalid("unknown query parameter \"" + shown(name) + "\""));
            }
            if (values.put(name, value) != null) {
                throw new ProblemException(
                        Problems.invalid("query parameter " + name + " must be given once"));
            }
        }
        return new Query(values);
    }

    private static String shown(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return clean.length() > MOST_NAME_SHOWN ? clean.substring(0, MOST_NAME_SHOWN) : clean;
    }

    private static String decoded(String text) throws ProblemException {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') >= 0 && !text.contains("%EF%BF%BD")) {
                throw new ProblemException(
                        Problems.badRequest("the query must be UTF-8, percent-encoded"));
            }
            return decoded;
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problems.badRequest("the query must be UTF-8, percent-encoded"));
        }
    }

    /**
     * @throws ProblemException if there is a parameter, where the body has the options
     */
    void requireNone() throws ProblemException {
        if (!values.isEmpty()) {
            throw new ProblemException(
                    Problems.invalid(
                            "with a JSON body, options are members of it, not query parameters"));
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Fields fields() throws ProblemException {
        return new Fields(
                get("style"),
                get("length"),
                maxWords(),
                get("language"),
                get("focus"),
                get("model"),
                Optional.empty());
    }

    private OptionalInt maxWords() throws ProblemException {
        String value = values.get("max_words");
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!value.matches("[0-9]{1,9}")) {
            throw new ProblemException(Problems.invalid("max_words must be a whole number"));
        }
        return OptionalInt.of(Integer.parseInt(value));
    }
}

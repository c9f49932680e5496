package org.genaisummarizer.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON body of a request, read strictly: unknown members are refused by name, because an option
 * that is silently ignored is an answer that nobody asked for.
 *
 * @param id of a queued document; never in an HTTP body
 */
record JsonBody(String text, Fields fields, Optional<String> id) {

    private static final int MOST_METADATA_CHARS = 8_192;
    private static final int MOST_NAME_SHOWN = 64;
    private static final Set<String> STRINGS =
            Set.of("text", "style", "length", "language", "focus", "model");

    static JsonBody read(String json) throws ProblemException {
        return read(json, false);
    }

    /** The body of a queued message, which may have an {@code id}. */
    static JsonBody readMessage(String json) throws ProblemException {
        return read(json, true);
    }

    private static JsonBody read(String json, boolean withId) throws ProblemException {
        try (JsonParser parser = Json.FACTORY.createParser(json)) {
            JsonBody body = new Reader(parser, withId).body();
            if (parser.nextToken() != null) {
                throw malformed("the body must hold one JSON object and nothing after it");
            }
            return body;
        } catch (JsonProcessingException e) {
            // The parser's message quotes the input.
            throw malformed(
                    e.getOriginalMessage() != null
                                    && e.getOriginalMessage().startsWith("Duplicate field")
                            ? "the body must not name a member twice"
                            : "the body must be JSON (RFC 8259), nested no deeper than 32");
        } catch (IOException e) {
            throw malformed("the body must be JSON (RFC 8259)");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problems.badRequest(detail));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(Problems.invalid(detail));
    }

    private static final class Reader {

        private final JsonParser parser;
        private final boolean withId;
        private final Map<String, String> strings = new HashMap<>();
        private OptionalInt maxWords = OptionalInt.empty();
        private @Nullable String metadata;

        private Reader(JsonParser parser, boolean withId) {
            this.parser = parser;
            this.withId = withId;
        }

        private JsonBody body() throws IOException, ProblemException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("the body must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(parser.currentName());
            }
            String text = strings.get("text");
            if (text == null) {
                throw invalid("text must be given");
            }
            return new JsonBody(text, fields(), string("id"));
        }

        private void member(String name) throws IOException, ProblemException {
            JsonToken value = parser.nextToken();
            if (STRINGS.contains(name) || (withId && name.equals("id"))) {
                strings.put(name, requireString(name, value));
            } else if (name.equals("max_words")) {
                maxWords = OptionalInt.of(requireInt(value));
            } else if (name.equals("metadata")) {
                metadata = requireObject(value);
            } else {
                throw invalid("unknown member \"" + shown(name) + "\"");
            }
        }

        private String requireString(String name, @Nullable JsonToken value)
                throws IOException, ProblemException {
            if (value != JsonToken.VALUE_STRING) {
                throw invalid(name + " must be a string");
            }
            return parser.getText();
        }

        private int requireInt(@Nullable JsonToken value) throws IOException, ProblemException {
            try {
                if (value == JsonToken.VALUE_NUMBER_INT) {
                    return parser.getIntValue();
                }
            } catch (InputCoercionException e) {
                // too large for an int, which no limit of ours is
            }
            throw invalid("max_words must be a whole number");
        }

        private String requireObject(@Nullable JsonToken value)
                throws IOException, ProblemException {
            if (value != JsonToken.START_OBJECT) {
                throw invalid("metadata must be an object");
            }
            StringWriter copy = new StringWriter();
            try (JsonGenerator json = Json.FACTORY.createGenerator(copy)) {
                json.copyCurrentStructureExact(parser);
            }
            if (copy.getBuffer().length() > MOST_METADATA_CHARS) {
                throw invalid("metadata must have at most " + MOST_METADATA_CHARS + " characters");
            }
            return copy.toString();
        }

        private Fields fields() {
            return new Fields(
                    string("style"),
                    string("length"),
                    maxWords,
                    string("language"),
                    string("focus"),
                    string("model"),
                    Optional.ofNullable(metadata));
        }

        private Optional<String> string(String name) {
            return Optional.ofNullable(strings.get(name));
        }

        /** A name is shown so that its writer finds it, but no more of it than a name has. */
        private static String shown(String name) {
            return name.codePoints()
                    .filter(
                            c ->
                                    !Character.isISOControl(c)
                                            && c != '"'
                                            && Character.getType(c) != Character.SURROGATE)
                    .limit(MOST_NAME_SHOWN)
                    .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                    .toString();
        }
    }
}

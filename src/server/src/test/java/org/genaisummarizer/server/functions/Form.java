package org.genaisummarizer.server.functions;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How a host writes a message, or a property of one, into an invocation. */
enum Form {

    /** As the JSON that it is, if it is any. */
    OBJECT {
        @Override
        JsonNode write(String text) {
            try {
                JsonNode parsed = MAPPER.readTree(text);
                return parsed.isObject() ? parsed : new TextNode(text);
            } catch (IOException e) {
                return new TextNode(text);
            }
        }
    },

    /** As a string. */
    STRING {
        @Override
        JsonNode write(String text) {
            return new TextNode(text);
        }
    },

    /** As a string that holds a string of JSON, which today's host does. */
    QUOTED {
        @Override
        JsonNode write(String text) {
            return new TextNode(new TextNode(text).toString());
        }
    };

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    abstract JsonNode write(String text);

    JsonNode write(long number) {
        return this == OBJECT
                ? JsonNodeFactory.instance.numberNode(number)
                : new TextNode(Long.toString(number));
    }

    static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

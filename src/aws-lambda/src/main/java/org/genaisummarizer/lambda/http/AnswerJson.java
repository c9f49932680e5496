package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genaisummarizer.api.Header;
import org.genaisummarizer.api.HttpAnswer;

/** Writes answers in the form that the trigger takes. */
final class AnswerJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_BYTES = 256;

    private AnswerJson() {}

    static byte[] of(HttpAnswer answer, AnswerForm form) {
        return write(
                answer.body().length,
                json -> {
                    json.writeNumberField("statusCode", answer.status());
                    switch (form) {
                        case PAYLOAD_TWO -> singles(json, answer.headers());
                        case PAYLOAD_ONE -> lists(json, answer.headers());
                        case LOAD_BALANCER -> {
                            statusInWords(json, answer.status());
                            singles(json, answer.headers());
                        }
                        case LOAD_BALANCER_LISTS -> {
                            statusInWords(json, answer.status());
                            lists(json, answer.headers());
                        }
                    }
                    body(json, answer);
                });
    }

    /** What precedes a streamed body. */
    static byte[] prelude(int status, List<Header> headers) {
        return write(
                0,
                json -> {
                    json.writeNumberField("statusCode", status);
                    singles(json, headers);
                });
    }

    /** Writes the members of an object. */
    @FunctionalInterface
    private interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static byte[] write(int more, Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES + more);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all that is written", e);
        }
        return bytes.toByteArray();
    }

    /** Fields of one name become a list in one field (RFC 9110, section 5.3). */
    private static void singles(JsonGenerator json, List<Header> headers) throws IOException {
        Map<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(h -> joined.merge(h.name(), h.value(), (one, two) -> one + ", " + two));
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : joined.entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
    }

    private static void lists(JsonGenerator json, List<Header> headers) throws IOException {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        headers.forEach(
                header ->
                        lists.computeIfAbsent(header.name(), name -> new java.util.ArrayList<>(1))
                                .add(header.value()));
        json.writeObjectFieldStart("multiValueHeaders");
        for (Map.Entry<String, List<String>> header : lists.entrySet()) {
            json.writeArrayFieldStart(header.getKey());
            for (String value : header.getValue()) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void statusInWords(JsonGenerator json, int status) throws IOException {
        json.writeStringField("statusDescription", status + " " + StatusWords.of(status));
    }

    /** Every body of the contract is text in UTF-8, which needs no base64. */
    private static void body(JsonGenerator json, HttpAnswer answer) throws IOException {
        json.writeBooleanField("isBase64Encoded", false);
        json.writeStringField("body", new String(answer.body(), StandardCharsets.UTF_8));
    }
}

package org.genaisummarizer.lambda.runtime;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a function answered to one event.
 *
 * @param isError whether it went to the error path
 * @param headers of the POST
 * @param bytes all of the body
 * @param pieces when which part of it arrived
 */
public record Answer(boolean isError, Headers headers, byte[] bytes, List<Piece> pieces) {

    /**
     * @param atNanos {@link System#nanoTime} of its arrival
     * @param end how many bytes had arrived by then
     */
    public record Piece(long atNanos, int end) {}

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public boolean isStreamed() {
        return "streaming".equals(headers.getFirst("Lambda-Runtime-Function-Response-Mode"));
    }

    static final class Builder {

        private final boolean isError;
        private final Headers headers;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final List<Piece> pieces = new ArrayList<>();

        Builder(boolean isError, Headers headers) {
            this.isError = isError;
            this.headers = headers;
        }

        void arrived(byte[] buffer, int length) {
            body.write(buffer, 0, length);
            pieces.add(new Piece(System.nanoTime(), body.size()));
        }

        Answer build() {
            return new Answer(isError, headers, body.toByteArray(), List.copyOf(pieces));
        }
    }
}

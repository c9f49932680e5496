package org.genaisummarizer.provider.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads server-sent events as WHATWG HTML, section 9.2.6, has them: lines end with CR, LF or both,
 * a byte order mark may come first, comments and unknown fields are passed over, data of several
 * lines is joined. Bytes that are no UTF-8 become U+FFFD, as the standard says. An event that the
 * stream's end cuts off is dropped.
 */
public final class EventStreamReader {

    private static final int BUFFER_BYTES = 8_192;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int mostEventBytes;
    private final long mostBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private long read;
    private boolean skipLineFeed;
    private boolean first = true;

    /**
     * @param mostEventBytes of one event
     * @param mostBytes of the whole stream
     */
    public EventStreamReader(InputStream in, int mostEventBytes, long mostBytes) {
        this.in = in;
        this.mostEventBytes = mostEventBytes;
        this.mostBytes = mostBytes;
    }

    /**
     * Blocks until there is an event.
     *
     * @return nothing at the end of the stream
     * @throws TooLargeException if the event or the stream is larger than allowed
     * @throws IOException if the stream broke
     */
    public Optional<ServerSentEvent> next() throws IOException {
        String name = "";
        StringBuilder data = null;
        while (readLine()) {
            if (line.size() == 0) {
                if (data != null) {
                    return Optional.of(
                            new ServerSentEvent(
                                    name.isEmpty() ? "message" : name, data.toString()));
                }
                name = "";
                continue;
            }
            String text = text();
            int colon = text.indexOf(':');
            String field = colon < 0 ? text : text.substring(0, colon);
            String value =
                    colon < 0
                            ? ""
                            : text.substring(colon + (text.startsWith(" ", colon + 1) ? 2 : 1));
            if (field.equals("event")) {
                name = value;
            } else if (field.equals("data")) {
                data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
                if (data.length() > mostEventBytes) {
                    throw new TooLargeException();
                }
            }
        }
        return Optional.empty();
    }

    private String text() {
        byte[] bytes = line.toByteArray();
        int from = 0;
        if (first) {
            first = false;
            from = startsWithByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        }
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= 3
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    /** Reads up to the end of a line; false if the stream ended before. */
    private boolean readLine() throws IOException {
        line.reset();
        while (true) {
            if (position == limit && !fill()) {
                return false;
            }
            byte b = buffer[position++];
            boolean afterReturn = skipLineFeed;
            skipLineFeed = b == '\r';
            if (b == '\n' && afterReturn) {
                continue;
            }
            if (b == '\n' || b == '\r') {
                return true;
            }
            line.write(b);
            if (line.size() > mostEventBytes) {
                throw new TooLargeException();
            }
        }
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        if (count < 0) {
            return false;
        }
        position = 0;
        limit = count;
        read += count;
        if (read > mostBytes) {
            throw new TooLargeException();
        }
        return count > 0 || fill();
    }

    /** More than anybody needs to say. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("too large");
        }
    }
}

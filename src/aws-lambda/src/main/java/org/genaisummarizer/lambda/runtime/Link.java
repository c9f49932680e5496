package org.genaisummarizer.lambda.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A socket on which requests go out and responses come in, each whole before the next. One that
 * failed is closed.
 */
final class Link implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int MOST_LINE_BYTES = 16_384;
    private static final int MOST_FIELDS = 200;

    /** Where a status line, as in "HTTP/1.1 202 Accepted", has its number. */
    private static final int STATUS_START = 9;

    private static final int STATUS_END = 12;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Link(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
        this.out = socket.getOutputStream();
    }

    /** Without a limit for reads: the platform may freeze the process while it waits. */
    static Link to(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, CONNECT_MILLIS);
            return new Link(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The other side closed it before it answered anything. */
    static final class StaleException extends IOException {
        private static final long serialVersionUID = 1L;

        StaleException(Throwable cause) {
            super("the connection was closed", cause);
        }
    }

    OutputStream out() {
        return out;
    }

    void send(byte[] head, byte[] body) throws StaleException {
        try {
            byte[] both = new byte[head.length + body.length];
            System.arraycopy(head, 0, both, 0, head.length);
            System.arraycopy(body, 0, both, head.length, body.length);
            out.write(both);
        } catch (IOException e) {
            close();
            throw new StaleException(e);
        }
    }

    /**
     * @throws StaleException if the connection ended before the first byte
     * @throws IOException if it ended later, or if what came is no response
     */
    RuntimeResponse receive() throws IOException {
        try {
            return response();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private RuntimeResponse response() throws IOException {
        int status = status(firstLine());
        Map<String, String> fields = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || fields.size() == MOST_FIELDS) {
                throw new IOException("the runtime API sent a malformed header");
            }
            fields.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new RuntimeResponse(status, fields, body(fields));
    }

    private String firstLine() throws IOException {
        in.mark(1);
        int first;
        try {
            first = in.read();
        } catch (IOException e) {
            throw new StaleException(e);
        }
        if (first < 0) {
            throw new StaleException(new EOFException());
        }
        in.reset();
        return line();
    }

    private static int status(String line) throws IOException {
        if (line.startsWith("HTTP/1.") && line.length() >= STATUS_END) {
            return number(line.substring(STATUS_START, STATUS_END), 10);
        }
        throw new IOException("the runtime API sent no HTTP response");
    }

    private byte[] body(Map<String, String> fields) throws IOException {
        if (fields.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        String length = fields.get("content-length");
        if (length == null) {
            return in.readAllBytes();
        }
        return exactly(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            String line = line();
            int end = line.indexOf(';');
            int size = number((end < 0 ? line : line.substring(0, end)).strip(), 16);
            if (size == 0) {
                break;
            }
            whole.writeBytes(exactly(size));
            line();
        }
        while (!line().isEmpty()) {
            // Trailers say nothing that is of use here.
        }
        return whole.toByteArray();
    }

    private static int number(String digits, int radix) throws IOException {
        try {
            int number = Integer.parseInt(digits, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is told like a negative one.
        }
        throw new IOException("the runtime API sent a malformed number");
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the runtime API closed the connection within a response");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the runtime API closed the connection within a response");
            }
            if (line.size() == MOST_LINE_BYTES) {
                throw new IOException("the runtime API sent a line that is too long");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }
}

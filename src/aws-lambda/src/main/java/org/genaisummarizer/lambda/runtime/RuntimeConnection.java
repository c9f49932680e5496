package org.genaisummarizer.lambda.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to the runtime API: HTTP/1.1 (<a
 * href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>) without TLS, one exchange after the
 * other. Opened when it is needed, and again when the other side has closed it, as it may have
 * during a freeze. Not for use by several threads.
 *
 * <p>The JDK's own clients cost more than the work they carry: the old one waits a millisecond
 * before each POST to see whether its connection still stands, the new one starts threads.
 */
final class RuntimeConnection implements AutoCloseable {

    private final InetSocketAddress address;
    private final String host;
    private @Nullable Link link;

    /**
     * @param authority host and port
     * @throws IllegalArgumentException if it is none
     */
    RuntimeConnection(String authority) {
        int colon = authority.lastIndexOf(':');
        try {
            this.host = authority;
            this.address =
                    new InetSocketAddress(
                            authority.substring(0, colon),
                            Integer.parseInt(authority.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the runtime API must be given as host:port", e);
        }
    }

    /** Sends a request without a body. */
    RuntimeResponse get(String path) throws IOException {
        return exchange(head("GET", path, Map.of()), new byte[0]);
    }

    /** Sends a request with the body. */
    RuntimeResponse post(String path, Map<String, String> fields, byte[] body) throws IOException {
        String length = "Content-Length: " + body.length + "\r\n";
        return exchange(head("POST", path, fields) + length, body);
    }

    /**
     * Begins a request whose body comes in chunks. When the stream is closed, its end has been sent
     * and {@code ended} gets the response; until then a failure shows at the next write.
     */
    OutputStream post(String path, Map<String, String> fields, ResponseCheck ended)
            throws IOException {
        Link current = link == null ? Link.to(address) : taken(link);
        current.send(
                bytes(head("POST", path, fields) + "Transfer-Encoding: chunked\r\n\r\n"),
                new byte[0]);
        return new ChunkedBody(current.out(), () -> ended.check(received(current)));
    }

    /** Looks at the response to a streamed request. */
    interface ResponseCheck {
        void check(RuntimeResponse response) throws IOException;
    }

    private RuntimeResponse exchange(String head, byte[] body) throws IOException {
        byte[] request = bytes(head + "\r\n");
        if (link != null) {
            try {
                return exchange(taken(link), request, body);
            } catch (Link.StaleException e) {
                // Another one may stand.
            }
        }
        return exchange(Link.to(address), request, body);
    }

    private RuntimeResponse exchange(Link current, byte[] request, byte[] body) throws IOException {
        current.send(request, body);
        return received(current);
    }

    /** Nobody finds it here again unless its response was whole. */
    private Link taken(Link current) {
        link = null;
        return current;
    }

    private RuntimeResponse received(Link current) throws IOException {
        RuntimeResponse response = current.receive();
        keep(current, response);
        return response;
    }

    private void keep(Link current, RuntimeResponse response) {
        if (response.keepsAlive()) {
            link = current;
        } else {
            current.close();
        }
    }

    private String head(String method, String path, Map<String, String> fields) {
        StringBuilder head = new StringBuilder(256);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(host).append("\r\n");
        fields.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.toString();
    }

    private static byte[] bytes(String head) {
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
            link = null;
        }
    }
}

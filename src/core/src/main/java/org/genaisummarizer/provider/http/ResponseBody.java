package org.genaisummarizer.provider.http;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The body of a response as it comes, with the response's status and headers: the one form in which
 * the REST client hands out a stream before its end. Closing it before its end closes the
 * connection.
 */
public final class ResponseBody extends InputStream {

    private static final long DISCARD_MILLIS = 1_000;

    private final int status;
    private final MultivaluedMap<String, String> headers;
    private final InputStream in;
    private final HttpClientRequest request;
    private volatile boolean ended;

    ResponseBody(
            int status,
            MultivaluedMap<String, String> headers,
            InputStream in,
            HttpClientRequest request) {
        this.status = status;
        this.headers = headers;
        this.in = in;
        this.request = request;
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count < 0) {
            ended = true;
        }
        return count;
    }

    /** Breaks the call off; a read in another thread ends. */
    void abort() {
        if (!ended) {
            breakOff();
        }
    }

    /**
     * A response that is over has given its connection back: to reset it would break off the next
     * call on that connection, which is another one's.
     */
    private void breakOff() {
        if (!isOver()) {
            request.reset();
        }
    }

    private boolean isOver() {
        HttpClientResponse response = request.response().result();
        return response != null && response.end().isComplete();
    }

    /**
     * Takes what may still come as read, so that the connection can serve the next call; whoever
     * sends on is cut off soon after.
     */
    void discard(Timers timers) throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        in.close();
        if (isOver()) {
            return;
        }
        timers.after(DISCARD_MILLIS, this::breakOff);
    }

    @Override
    public void close() {
        abort();
    }
}

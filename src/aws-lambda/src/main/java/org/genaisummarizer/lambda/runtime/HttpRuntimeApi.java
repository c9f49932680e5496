package org.genaisummarizer.lambda.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The runtime API over HTTP, as <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">AWS documents it</a>. The
 * JDK's oldest client is used because it is in the image anyway, for AWS' own SDK, and opens
 * nothing but the one connection.
 */
public final class HttpRuntimeApi implements RuntimeApi {

    private static final String VERSION = "/2018-06-01/runtime/";
    private static final int ACCEPTED = 202;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int STREAM_CHUNK_BYTES = 8_192;
    private static final byte[] NOTHING = {};

    private final String base;

    /**
     * @param authority host and port, as in {@code AWS_LAMBDA_RUNTIME_API}
     */
    public HttpRuntimeApi(String authority) {
        this.base = "http://" + authority + VERSION;
    }

    @Override
    public Invocation next() throws IOException {
        HttpURLConnection connection = open("invocation/next");
        // The platform may freeze the process here for as long as it likes.
        connection.setReadTimeout(0);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(
                    "the runtime API answered " + connection.getResponseCode() + " to next");
        }
        try (InputStream body = connection.getInputStream()) {
            return new Invocation(
                    required(connection, "Lambda-Runtime-Aws-Request-Id"),
                    Instant.ofEpochMilli(
                            Long.parseLong(required(connection, "Lambda-Runtime-Deadline-Ms"))),
                    Optional.ofNullable(connection.getHeaderField("Lambda-Runtime-Trace-Id")),
                    body.readAllBytes());
        }
    }

    @Override
    public Reply replyTo(Invocation invocation) {
        return new HttpReply("invocation/" + invocation.requestId() + "/response");
    }

    @Override
    public void fail(Invocation invocation, ErrorReport error) throws IOException {
        post("invocation/" + invocation.requestId() + "/error", error);
    }

    @Override
    public void failInit(ErrorReport error) throws IOException {
        post("init/error", error);
    }

    private void post(String path, ErrorReport error) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestProperty("Lambda-Runtime-Function-Error-Type", error.type());
        send(connection, error.json());
    }

    private void send(HttpURLConnection connection, byte[] json) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        // A fixed length also keeps the client from sending a POST twice on its own.
        connection.setFixedLengthStreamingMode(json.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(json);
        }
        requireAccepted(connection);
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setUseCaches(false);
        return connection;
    }

    private static String required(HttpURLConnection connection, String header) throws IOException {
        String value = connection.getHeaderField(header);
        if (value == null) {
            throw new IOException("the runtime API sent no " + header);
        }
        return value;
    }

    private static void requireAccepted(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream body =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            // Read to the end, so that the connection can be used again.
            byte[] ignored = body == null ? NOTHING : body.readAllBytes();
            if (status != ACCEPTED) {
                throw new IOException(
                        "the runtime API answered "
                                + status
                                + " with "
                                + ignored.length
                                + " bytes");
            }
        }
    }

    private final class HttpReply implements Reply {

        private final String path;

        private HttpReply(String path) {
            this.path = path;
        }

        @Override
        public void send(byte[] json) throws IOException {
            HttpRuntimeApi.this.send(open(path), json);
        }

        @Override
        public OutputStream stream(String contentType) throws IOException {
            HttpURLConnection connection = open(path);
            connection.setDoOutput(true);
            connection.setRequestProperty("Lambda-Runtime-Function-Response-Mode", "streaming");
            connection.setRequestProperty("Content-Type", contentType);
            connection.setChunkedStreamingMode(STREAM_CHUNK_BYTES);
            return new StreamedReply(connection);
        }
    }

    /**
     * Ends the exchange when the stream is closed; until then a failure shows at the next write.
     */
    private static final class StreamedReply extends java.io.FilterOutputStream {

        private final HttpURLConnection connection;
        private boolean closed;

        private StreamedReply(HttpURLConnection connection) throws IOException {
            super(connection.getOutputStream());
            this.connection = connection;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            out.close();
            requireAccepted(connection);
        }
    }
}

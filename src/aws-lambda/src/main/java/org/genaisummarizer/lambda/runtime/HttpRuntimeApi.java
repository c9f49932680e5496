package org.genaisummarizer.lambda.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The runtime API over HTTP, as <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">AWS documents it</a>.
 */
public final class HttpRuntimeApi implements RuntimeApi {

    private static final String VERSION = "/2018-06-01/runtime/";
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final String CONTENT_TYPE = "Content-Type";

    private final RuntimeConnection connection;

    /**
     * @param authority host and port, as in {@code AWS_LAMBDA_RUNTIME_API}
     */
    public HttpRuntimeApi(String authority) {
        this.connection = new RuntimeConnection(authority);
    }

    @Override
    public Invocation next() throws IOException {
        RuntimeResponse response = connection.get(VERSION + "invocation/next");
        if (response.status() != OK) {
            throw new IOException("the runtime API answered " + response.status() + " to next");
        }
        return new Invocation(
                required(response, "Lambda-Runtime-Aws-Request-Id"),
                Instant.ofEpochMilli(
                        Long.parseLong(required(response, "Lambda-Runtime-Deadline-Ms"))),
                response.field("Lambda-Runtime-Trace-Id"),
                response.body());
    }

    @Override
    public Reply replyTo(Invocation invocation) {
        return new HttpReply(VERSION + "invocation/" + invocation.requestId() + "/response");
    }

    @Override
    public void fail(Invocation invocation, ErrorReport error) throws IOException {
        report("invocation/" + invocation.requestId() + "/error", error);
    }

    @Override
    public void failInit(ErrorReport error) throws IOException {
        report("init/error", error);
    }

    private void report(String path, ErrorReport error) throws IOException {
        Map<String, String> fields = new HashMap<>();
        fields.put(CONTENT_TYPE, "application/json");
        fields.put("Lambda-Runtime-Function-Error-Type", error.type());
        requireAccepted(connection.post(VERSION + path, fields, error.json()));
    }

    private static String required(RuntimeResponse response, String field) throws IOException {
        return response.field(field)
                .orElseThrow(() -> new IOException("the runtime API sent no " + field));
    }

    private static void requireAccepted(RuntimeResponse response) throws IOException {
        if (response.status() != ACCEPTED) {
            throw new IOException(
                    "the runtime API answered "
                            + response.status()
                            + " with "
                            + response.body().length
                            + " bytes");
        }
    }

    private final class HttpReply implements Reply {

        private final String path;

        private HttpReply(String path) {
            this.path = path;
        }

        @Override
        public void send(byte[] json) throws IOException {
            requireAccepted(connection.post(path, Map.of(CONTENT_TYPE, "application/json"), json));
        }

        @Override
        public OutputStream stream(String contentType) throws IOException {
            Map<String, String> fields =
                    Map.of(
                            CONTENT_TYPE,
                            contentType,
                            "Lambda-Runtime-Function-Response-Mode",
                            "streaming");
            return connection.post(path, fields, HttpRuntimeApi::requireAccepted);
        }
    }
}

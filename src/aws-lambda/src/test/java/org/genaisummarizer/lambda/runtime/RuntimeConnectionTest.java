package org.genaisummarizer.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeConnectionTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    /** Gives each connection its answers, one a request, and closes it when they are used up. */
    private static final class Scripted implements AutoCloseable {

        private final ServerSocket listening =
                new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final List<String> requests = new CopyOnWriteArrayList<>();

        private Scripted(List<List<String>> connections) throws IOException {
            Thread.ofVirtual().start(() -> serve(connections));
        }

        private String authority() {
            return "127.0.0.1:" + listening.getLocalPort();
        }

        private void serve(List<List<String>> connections) {
            for (List<String> answers : connections) {
                try (Socket socket = listening.accept()) {
                    for (String answer : answers) {
                        requests.add(request(socket.getInputStream()));
                        socket.getOutputStream()
                                .write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    }
                } catch (IOException e) {
                    return;
                }
            }
        }

        /** Up to the end of its head, its declared length or its last chunk. */
        private static String request(InputStream in) throws IOException {
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
                read(in, request);
            }
            int length = request.indexOf("Content-Length: ");
            if (length > 0) {
                int end = request.indexOf("\r\n", length);
                int count = Integer.parseInt(request.substring(length + 16, end));
                request.append(new String(in.readNBytes(count), StandardCharsets.ISO_8859_1));
            } else if (request.indexOf("chunked") > 0) {
                while (request.indexOf("\r\n0\r\n\r\n") < 0) {
                    read(in, request);
                }
            }
            return request.toString();
        }

        private static void read(InputStream in, StringBuilder request) throws IOException {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed");
            }
            request.append((char) b);
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    private static String body(RuntimeResponse response) {
        return new String(response.body(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void oneConnectionCarriesAllExchanges() throws IOException {
        try (Scripted server = new Scripted(List.of(List.of(OK, OK, OK)));
                RuntimeConnection connection = new RuntimeConnection(server.authority())) {
            List<String> bodies = new ArrayList<>();
            bodies.add(body(connection.get("/next")));
            bodies.add(body(connection.post("/response", Map.of("A", "b"), new byte[] {'{'})));
            bodies.add(body(connection.get("/next")));

            assertThat(bodies).containsExactly("hi", "hi", "hi");
            assertThat(server.requests.get(0))
                    .isEqualTo("GET /next HTTP/1.1\r\nHost: " + server.authority() + "\r\n\r\n");
            assertThat(server.requests.get(1))
                    .startsWith("POST /response HTTP/1.1\r\n")
                    .contains("\r\nA: b\r\n")
                    .endsWith("Content-Length: 1\r\n\r\n{");
        }
    }

    @Test
    void aConnectionThatWasClosedMeanwhileIsReplaced() throws IOException {
        try (Scripted server = new Scripted(List.of(List.of(OK), List.of(OK)));
                RuntimeConnection connection = new RuntimeConnection(server.authority())) {
            connection.get("/one");

            assertThat(body(connection.get("/two"))).isEqualTo("hi");
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void aSecondClosedConnectionIsAFailure() throws IOException {
        try (Scripted server = new Scripted(List.of(List.of(OK), List.of()));
                RuntimeConnection connection = new RuntimeConnection(server.authority())) {
            connection.get("/one");

            assertThatThrownBy(() -> connection.get("/two")).isInstanceOf(IOException.class);
        }
    }

    static Stream<String> responses() {
        return Stream.of(
                "HTTP/1.1 200 OK\r\ncontent-length:2\r\n\r\nhi",
                "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi",
                "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1;x=y\r\ni\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n2\r\nhi\r\n0\r\nA: b\r\n\r\n",
                "HTTP/1.0 200 OK\r\nConnection: close\r\n\r\nhi",
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi");
    }

    @ParameterizedTest
    @MethodSource("responses")
    void everyFramingOfAResponseIsRead(String response) throws IOException {
        try (Scripted server = new Scripted(List.of(List.of(response), List.of(OK)));
                RuntimeConnection connection = new RuntimeConnection(server.authority())) {
            assertThat(body(connection.get("/one"))).isEqualTo("hi");
            assertThat(body(connection.get("/two"))).isEqualTo("hi");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-x\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhi",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n",
                "HTTP/1.1 200 OK\r\n"
            })
    void whatIsNoWholeResponseIsAFailure(String response) throws IOException {
        try (Scripted server = new Scripted(List.of(List.of(response)));
                RuntimeConnection connection = new RuntimeConnection(server.authority())) {
            assertThatThrownBy(() -> connection.get("/one")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aStreamedBodyIsAChunkAFlushAndItsResponseIsLookedAt() throws IOException {
        try (Scripted server = new Scripted(List.of(List.of(OK, OK)));
                RuntimeConnection connection = new RuntimeConnection(server.authority())) {
            List<Integer> statuses = new ArrayList<>();
            try (OutputStream out =
                    connection.post("/s", Map.of(), response -> statuses.add(response.status()))) {
                out.write("one".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                out.flush();
                out.write(new byte[9_000]);
            }

            assertThat(statuses).containsExactly(200);
            assertThat(server.requests.getFirst())
                    .contains("\r\n\r\n3\r\none\r\n2000\r\n")
                    .contains("\r\n328\r\n")
                    .endsWith("\r\n0\r\n\r\n");
            assertThat(body(connection.get("/next"))).isEqualTo("hi");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host:", "host:x", "host:70000"})
    void anAuthorityHasAHostAndAPort(String authority) {
        assertThatThrownBy(() -> new RuntimeConnection(authority))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the runtime API must be given as host:port");
    }
}

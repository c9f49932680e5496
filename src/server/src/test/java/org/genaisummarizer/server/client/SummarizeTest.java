package org.genaisummarizer.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummarizeTest {

    private static final String STARTED = "event: started\ndata: {\"id\":\"1\"}\n\n: ping\n\n";

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theBarGrowsAndTheSummaryComesAlone() throws Exception {
        answers(
                200,
                STARTED
                        + "event: progress\ndata: {\"done\":1,\"of\":3}\n\n"
                        + "event: progress\ndata: {\"done\":3,\"of\":3}\n\n"
                        + "event: delta\ndata: {\"text\":\"not shown\"}\n\n"
                        + "event: completed\ndata: {\"summary\":\"One \\\"line\\\",\\nand caf\\u00e9.\",\"provider\":\"openai\","
                        + "\"cost\":{\"amount\":0.0012},\"coverage\":{\"chunks\":3,\"summarized\":3}}\n\n");

        assertThat(run("report.md", "style=bullets")).isZero();
        assertThat(text(out)).isEqualTo("One \"line\",\nand café.\n");
        assertThat(text(err))
                .contains("[##########....................] 1/3", "] 3/3")
                .endsWith("openai, USD 0.0012, 3 of 3 parts\n");
        assertThat(asked.get())
                .isEqualTo("/v1/summaries?style=bullets text/markdown text/event-stream The text.");
    }

    @Test
    void aFailureIsToldInTheServersWords() throws Exception {
        answers(
                200,
                STARTED + "event: failed\ndata: {\"detail\":\"no provider can be reached\"}\n\n");

        assertThat(run("report.txt", "")).isEqualTo(1);
        assertThat(text(err)).endsWith("no provider can be reached\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void aStreamThatEndsEarlyIsNoSuccess() throws Exception {
        answers(200, STARTED + "event: delta\ndata: {\"text\":\"Half\"}\n\n");

        assertThat(run("report.txt", "")).isEqualTo(1);
        assertThat(text(err)).contains("cut before the summary was done");
    }

    @Test
    void aRefusalIsToldInTheServersWords() throws Exception {
        answers(413, "{\"detail\":\"the body must have at most 5 bytes\"}");

        assertThat(run("report.txt", "")).isEqualTo(1);
        assertThat(text(err)).isEqualTo("the body must have at most 5 bytes\n");
    }

    @Test
    void whereNobodyListensThatIsSaid() throws Exception {
        URI gone = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        server.stop(0);

        assertThat(client().run(gone, file("report.txt"), "")).isEqualTo(1);
        assertThat(text(err)).startsWith("nobody listens at " + gone);
    }

    @ParameterizedTest
    @CsvSource({"a.txt, text/plain", "a.md, text/markdown", "a.html, text/html", "a, text/plain"})
    void theTypeIsToldByTheName(String name, String type) throws Exception {
        answers(200, STARTED);
        run(name, "");

        assertThat(asked.get()).contains(" " + type + " ");
    }

    private int run(String name, String options) throws Exception {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return client().run(base, file(name), options);
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "The text.");
    }

    private Summarize client() {
        return new Summarize(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private void answers(int status, String body) {
        server.createContext(
                "/",
                exchange -> {
                    asked.set(
                            exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Content-Type")
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Accept")
                                    + " "
                                    + new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}

package org.genaisummarizer.server;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.genaisummarizer.testing.Await;

/**
 * npm's {@code @copilotkit/aimock}: a server that speaks the vendors' formats as somebody else
 * understands them.
 */
final class ForeignMock implements AutoCloseable {

    private static final String PACKAGE = "@copilotkit/aimock@1.43.0";
    private static final Path FOLDER = Path.of("target", "aimock").toAbsolutePath();
    private static final Path CLI = FOLDER.resolve("node_modules/@copilotkit/aimock/dist/cli.js");
    private static final long INSTALL_SECONDS = 120;

    private final Process process;
    private final int port;

    private ForeignMock(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Installs it if need be; nothing where there is no Node, or npm cannot fetch it. */
    static boolean isThere() {
        try {
            Files.createDirectories(FOLDER);
            return Files.exists(CLI)
                    || ran("npm", "install", "--no-audit", "--no-fund", "--silent", PACKAGE);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        Process process = builder(List.of(command)).start();
        if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    private static ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(FOLDER.toFile(), "output.txt"));
    }

    /** Answers prompts that hold a word with a text. */
    static ForeignMock answering(String word, String text) throws IOException {
        Path fixtures = FOLDER.resolve("fixtures.json");
        Files.writeString(
                fixtures,
                "{\"fixtures\":[{\"match\":{\"userMessage\":\"%s\"},\"response\":{\"content\":\"%s\"}}]}"
                        .formatted(word, text));
        int port = freePort();
        Process process =
                builder(
                                List.of(
                                        "node",
                                        CLI.toString(),
                                        "--port",
                                        Integer.toString(port),
                                        "--fixtures",
                                        fixtures.toString(),
                                        "--chunk-size",
                                        "7"))
                        .start();
        Await.until("aimock listens", () -> !process.isAlive() || listens(port));
        return new ForeignMock(process, port);
    }

    private static boolean listens(int port) {
        try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port + "/v1";
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

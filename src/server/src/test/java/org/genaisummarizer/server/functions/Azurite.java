package org.genaisummarizer.server.functions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Microsoft's emulator of a storage account's queues, with an account of its own and no disk. */
final class Azurite implements AutoCloseable {

    private static final String ACCOUNT = "test";
    private static final long MOST_SECONDS = 60;
    private static final Pattern LISTENING =
            Pattern.compile("successfully listen(?:s|ing) (?:at|on) (http://\\S+)");
    private static final Path SCRIPT =
            cache().resolve(
                            Path.of(
                                    "genai-summarizer",
                                    "azurite",
                                    "node_modules",
                                    "azurite",
                                    "dist",
                                    "src",
                                    "queue",
                                    "main.js"));

    private final Process process;
    private final String key;
    private final CompletableFuture<Optional<String>> address = new CompletableFuture<>();

    private Azurite(Process process, String key) {
        this.process = process;
        this.key = key;
        Thread.ofPlatform().daemon().name("azurite").start(this::read);
    }

    private static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
    }

    /** Whether it was installed, and what runs it. */
    static boolean isInstalled() {
        try {
            return Files.exists(SCRIPT)
                    && new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Azurite start() throws IOException {
        byte[] secret = new byte[64];
        new Random().nextBytes(secret);
        String key = Base64.getEncoder().encodeToString(secret);
        ProcessBuilder builder =
                new ProcessBuilder(
                        "node",
                        SCRIPT.toString(),
                        "--queuePort",
                        "0",
                        "--inMemoryPersistence",
                        "--silent",
                        "--skipApiVersionCheck",
                        "--disableTelemetry");
        builder.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + key);
        return new Azurite(builder.redirectErrorStream(true).start(), key);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(Optional.of(listening.group(1)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // it was killed
        } finally {
            address.complete(Optional.empty());
        }
    }

    /** As Azure's clients take it. */
    String connectionString() throws InterruptedException {
        try {
            String endpoint = address.get(MOST_SECONDS, TimeUnit.SECONDS).orElseThrow();
            return "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;QueueEndpoint=%s/%s;"
                    .formatted(ACCOUNT, key, endpoint, ACCOUNT);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Azurite does not listen", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

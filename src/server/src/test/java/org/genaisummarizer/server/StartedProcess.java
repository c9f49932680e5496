package org.genaisummarizer.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, with an environment of its own; its output is kept. */
public final class StartedProcess implements AutoCloseable {

    /** Far beyond what a start takes, so that only one that hangs meets it. */
    private static final long MOST_SECONDS = 60;

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Optional<String>> address = new CompletableFuture<>();
    private final Thread reader;

    private StartedProcess(Process process) {
        this.process = process;
        // It is read to its end, because a process whose output nobody takes stands still.
        this.reader = Thread.ofPlatform().daemon().name("output").start(this::read);
    }

    public static StartedProcess with(Map<String, String> variables) throws IOException {
        return with(variables, Path.of("").toAbsolutePath());
    }

    /**
     * @param folder in which it is started
     */
    public static StartedProcess with(Map<String, String> variables, Path folder)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Artifact.command()).directory(folder.toFile());
        builder.environment().keySet().removeIf(StartedProcess::isSetting);
        builder.environment().putAll(variables);
        return new StartedProcess(builder.redirectErrorStream(true).start());
    }

    private static boolean isSetting(String variable) {
        return variable.startsWith("SUMMARIZER_")
                || variable.startsWith("QUARKUS_")
                || variable.startsWith("OPENAI_")
                || variable.startsWith("ANTHROPIC_")
                || variable.startsWith("REDIS_")
                || variable.startsWith("FUNCTIONS_")
                || variable.startsWith("WEBSITE_")
                || variable.equals("PORT");
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
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

    /** Where it listens, or nothing if it ended instead. */
    public Optional<String> awaitAddress() throws InterruptedException {
        try {
            return address.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("it neither listens nor ends:\n" + output, e);
        }
    }

    /** Waits for its end and returns its exit code. */
    public int awaitEnd() throws InterruptedException {
        process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        reader.join(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
        return process.exitValue();
    }

    /** Asks it to stop (SIGTERM). */
    public void stop() {
        process.destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What it printed up to here. */
    public String output() {
        return output.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

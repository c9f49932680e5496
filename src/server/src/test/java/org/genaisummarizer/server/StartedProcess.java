package org.genaisummarizer.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, with an environment of its own. */
final class StartedProcess implements AutoCloseable {

    /** Far beyond what a start takes, so that only one that hangs meets it. */
    private static final long MOST_SECONDS = 60;

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final Process process;
    private final StringBuilder output = new StringBuilder();

    private StartedProcess(Process process) {
        this.process = process;
    }

    static StartedProcess with(Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Artifact.command());
        builder.environment().keySet().removeIf(StartedProcess::isSetting);
        builder.environment().putAll(variables);
        return new StartedProcess(builder.redirectErrorStream(true).start());
    }

    private static boolean isSetting(String variable) {
        return variable.startsWith("SUMMARIZER_")
                || variable.startsWith("QUARKUS_")
                || variable.startsWith("OPENAI_")
                || variable.startsWith("ANTHROPIC_")
                || variable.equals("REDIS_URL")
                || variable.equals("PORT");
    }

    /** Where it listens, or nothing if it ended instead. */
    Optional<String> awaitAddress() throws IOException {
        try (Watchdog watchdog = new Watchdog()) {
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    return Optional.of(listening.group(1));
                }
            }
            return Optional.empty();
        }
    }

    int awaitEnd() throws InterruptedException {
        process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        return process.exitValue();
    }

    /** What it printed up to here. */
    String output() {
        return output.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Ends a process that neither listens nor ends, so that nobody waits for its output. */
    private final class Watchdog implements AutoCloseable {

        private final Thread thread =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        TimeUnit.SECONDS.sleep(MOST_SECONDS);
                                        process.destroyForcibly();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}

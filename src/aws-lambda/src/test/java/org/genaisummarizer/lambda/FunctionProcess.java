package org.genaisummarizer.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;

/** A function as a process of its own, in the environment that the platform gives it. */
public final class FunctionProcess implements AutoCloseable {

    private static final long MOST_SECONDS = 60;
    private static final List<String> SETTINGS =
            List.of("SUMMARIZER_", "QUARKUS_", "OPENAI_", "ANTHROPIC_", "AWS_", "REDIS_");

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private FunctionProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    public static FunctionProcess start(RuntimeApiServer api, Map<String, String> variables)
            throws IOException {
        return start(Artifact.command(), api, variables);
    }

    public static FunctionProcess start(
            List<String> command, RuntimeApiServer api, Map<String, String> variables)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> SETTINGS.stream().anyMatch(name::startsWith));
        Map<String, String> platform = new HashMap<>();
        platform.put("AWS_LAMBDA_RUNTIME_API", api.authority());
        platform.put("AWS_REGION", "eu-central-1");
        platform.put("AWS_ACCESS_KEY_ID", "test");
        platform.put("AWS_SECRET_ACCESS_KEY", "test");
        builder.environment().putAll(platform);
        builder.environment().putAll(variables);
        return new FunctionProcess(builder.redirectErrorStream(true).start());
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            // The process has ended.
        }
    }

    /** What it printed so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the function did not end in " + MOST_SECONDS + " s");
        }
        reader.join();
        return process.exitValue();
    }

    /** As the platform does when it has no more use for the process. */
    public void terminate() {
        process.destroy();
    }

    /** Freezes it, as the platform does between invocations, or thaws it. */
    public void signal(String name) throws IOException, InterruptedException {
        int code =
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new AssertionError("kill -" + name + " failed");
        }
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package org.genaisummarizer.server.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The built server as a process, and what Linux says that it takes. */
final class Server implements AutoCloseable {

    private static final long NANOS_PER_TICK = 10_000_000;

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and comes back without waiting until it listens. */
    static Server start(List<String> command, Map<String, String> settings) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Map<String, String> variables = new HashMap<>(settings);
        variables.put("PORT", Integer.toString(port));
        variables.put("SUMMARIZER_HOST", "127.0.0.1");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        // Its log goes where a container's would: to somebody who reads it all.
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return new Server(builder.start(), port);
    }

    /** A connection, as soon as there can be one. */
    Connection connect() throws IOException, InterruptedException {
        while (process.isAlive()) {
            try {
                return new Connection(port);
            } catch (IOException e) {
                Thread.sleep(1);
            }
        }
        throw new IOException("the server did not start");
    }

    /** Processor time so far, of all its threads. */
    long cpuNanos() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK;
    }

    long residentKilobytes() throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}

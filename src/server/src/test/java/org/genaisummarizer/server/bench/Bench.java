package org.genaisummarizer.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.genaisummarizer.server.Artifact;
import org.genaisummarizer.testing.redis.RealRedis;

/** Prints the figures that the README quotes, one a line. */
public final class Bench {

    private static final int WARM_UP = 5_000;
    private static final int REQUESTS = 20_000;
    private static final int CALLS = 2_000;
    private static final int STARTS = 11;
    private static final String JSON = "application/json";

    private final List<String> command;

    private Bench(List<String> command) {
        this.command = command;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> command =
                arguments.length == 0 || arguments[0].isEmpty()
                        ? Artifact.command()
                        : List.of(arguments[0]);
        new Bench(command).run();
    }

    private void run() throws Exception {
        print("machine", Runtime.getRuntime().availableProcessors() + " processors", "");
        print("image", Files.size(Path.of(command.getLast())) / 1e6, "MB");
        print("start to first answer, median", startMillis(), "ms");
        print("resident after 1,000 requests", residentAfter(1_000) / 1e3, "MB");
        print("CPU of a cached answer", cachedMicros(Map.of()), "us");
        print("CPU of a new document", newMicros(), "us");
        try (RealRedis redis = new RealRedis()) {
            // With no room in the process, every answer comes from Redis.
            Map<String, String> far =
                    Map.of("REDIS_URL", redis.url(), "SUMMARIZER_CACHE_BYTES", "1");
            print("CPU of an answer from Redis", cachedMicros(far), "us");
        }
        provider();
    }

    private double startMillis() throws Exception {
        double[] millis = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            try (Server server = Server.start(command, Map.of());
                    Connection connection = server.connect()) {
                connection.exchange(Connection.get("/summarize?text=Hello"));
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return median(millis);
    }

    /** Half of them are new documents, half have been asked before. */
    private double residentAfter(int requests) throws Exception {
        try (Server server = Server.start(command, Map.of());
                Connection connection = server.connect()) {
            for (int i = 0; i < requests; i++) {
                connection.exchange(summary(Documents.numbered(i / 2), ""));
            }
            return server.residentKilobytes();
        }
    }

    private double cachedMicros(Map<String, String> settings) throws Exception {
        try (Server server = Server.start(command, settings);
                Connection connection = server.connect()) {
            byte[] request = summary(Documents.numbered(0), "");
            repeat(connection, request, WARM_UP);
            long before = server.cpuNanos();
            repeat(connection, request, REQUESTS);
            return (server.cpuNanos() - before) / 1e3 / REQUESTS;
        }
    }

    /** Summarized by the service itself, HTTP and all. */
    private double newMicros() throws Exception {
        try (Server server = Server.start(command, Map.of());
                Connection connection = server.connect()) {
            for (int i = 0; i < CALLS; i++) {
                connection.exchange(summary(Documents.numbered(i), ""));
            }
            long before = server.cpuNanos();
            for (int i = CALLS; i < 2 * CALLS; i++) {
                connection.exchange(summary(Documents.numbered(i), ""));
            }
            return (server.cpuNanos() - before) / 1e3 / CALLS;
        }
    }

    private void provider() throws Exception {
        try (StubProvider stub = new StubProvider();
                Server server =
                        Server.start(
                                command,
                                Map.of(
                                        "OPENAI_API_KEY",
                                        "none",
                                        "OPENAI_BASE_URL",
                                        "http://127.0.0.1:" + stub.port() + "/v1"));
                Connection direct = new Connection(stub.port());
                Connection through = server.connect()) {
            byte[] call = Connection.post("/v1/chat/completions", JSON, "", Documents.numbered(0));
            byte[] request =
                    summary(Documents.numbered(0), "Cache-Control: no-cache, no-store\r\n");
            repeat(direct, call, CALLS);
            repeat(through, request, CALLS);
            double[] stubs = times(direct, call);
            double[] ours = times(through, request);
            print("provider call itself, median", median(stubs), "us");
            print("what we add to it, median", median(ours) - median(stubs), "us");
        }
    }

    private static byte[] summary(String document, String fields) {
        return Connection.post("/v1/summaries", "text/plain", fields, document);
    }

    private static void repeat(Connection connection, byte[] request, int times)
            throws IOException {
        for (int i = 0; i < times; i++) {
            connection.exchange(request);
        }
    }

    private static double[] times(Connection connection, byte[] request) throws IOException {
        double[] micros = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long begin = System.nanoTime();
            connection.exchange(request);
            micros[i] = (System.nanoTime() - begin) / 1e3;
        }
        return micros;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String what, Object figure, String unit) {
        String value =
                figure instanceof Double number ? String.format("%.1f", number) : figure.toString();
        System.out.printf("%-32s %s %s%n", what, value, unit);
    }
}

package org.genaisummarizer.server.functions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import org.genaisummarizer.server.Texts;

/**
 * How much longer an invocation of the queue's function takes than the same document by HTTP: both
 * on a kept connection, one after the other in turns, with an answer that is there already. Run by
 * {@code make bench-azure}.
 */
public final class InvocationBench {

    private static final int WARM = 5_000;
    private static final int MEASURED = 5_000;
    private static final int STARTS = 11;

    private InvocationBench() {}

    public static void main(String... arguments) throws Exception {
        System.out.printf("start to ready, median: %d ms%n", startMicros() / 1_000);
        try (FunctionsHost host = FunctionsHost.start(Map.of());
                HttpClient client = HttpClient.newHttpClient()) {
            String document =
                    "{\"id\":\"doc-1\",\"max_words\":20,\"text\":\"%s\"}"
                            .formatted(Texts.DOCUMENT.replace("\n", " "));
            HttpRequest plain =
                    post(
                            host.handler().resolve("/v1/summaries"),
                            document.replace("\"id\":\"doc-1\",", ""));
            HttpRequest invocation =
                    post(
                            host.handler().resolve("/queue"),
                            QueueListener.invocation(
                                    "message", new Stored("m", "r", 1, document), Form.QUOTED));
            for (int i = 0; i < WARM; i++) {
                nanos(client, plain);
                nanos(client, invocation);
            }
            long[] http = new long[MEASURED];
            long[] queue = new long[MEASURED];
            for (int i = 0; i < MEASURED; i++) {
                http[i] = nanos(client, plain);
                queue[i] = nanos(client, invocation);
            }
            System.out.printf(
                    "median: HTTP %d us, invocation %d us, added %d us%n",
                    median(http), median(queue), median(queue) - median(http));
            client.shutdownNow();
        }
    }

    private static long startMicros() throws IOException {
        long[] nanos = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            FunctionsHost host = FunctionsHost.start(Map.of());
            nanos[i] = System.nanoTime() - begin;
            host.close();
        }
        return median(nanos);
    }

    private static HttpRequest post(URI address, String json) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private static long nanos(HttpClient client, HttpRequest request) throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        long end = System.nanoTime();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode() + answer.body());
        }
        return end - begin;
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1_000;
    }
}

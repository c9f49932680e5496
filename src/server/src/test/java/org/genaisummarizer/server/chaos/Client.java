package org.genaisummarizer.server.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A caller of the service that knows nothing of it but its HTTP contract. */
final class Client implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final StringBuffer heard = new StringBuffer();

    Client(String address) {
        this.address = address;
    }

    /** A document as plain text, answered as JSON or as a stream. */
    Outcome summarize(String document, boolean stream, String... headers)
            throws IOException, InterruptedException {
        return send(request(document.getBytes(StandardCharsets.UTF_8), stream, headers));
    }

    /** A JSON body as it is. */
    Outcome json(String body, boolean stream, String... headers)
            throws IOException, InterruptedException {
        return json(body.getBytes(StandardCharsets.UTF_8), stream, headers);
    }

    Outcome json(byte[] body, boolean stream, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "/v1/summaries"))
                        .timeout(Duration.ofMinutes(2))
                        .header("Content-Type", "application/json")
                        .header("Accept", stream ? "text/event-stream" : "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpRequest request(byte[] document, boolean stream, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "/v1/summaries?max_words=60"))
                        .timeout(Duration.ofMinutes(2))
                        .header("Content-Type", "text/plain")
                        .header("Accept", stream ? "text/event-stream" : "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(document));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    Outcome send(HttpRequest request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<InputStream> response =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/event-stream")) {
            return streamed(response, start);
        }
        try (InputStream in = response.body()) {
            String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            heard.append(body).append('\n');
            return outcome(response, response.statusCode(), json(body), List.of(), start);
        }
    }

    private static JsonNode json(String body) throws IOException {
        return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    }

    private Outcome streamed(HttpResponse<InputStream> response, long start) throws IOException {
        List<Event> events = events(response.body(), start);
        Event last = events.isEmpty() ? null : events.getLast();
        if (last == null || !last.isTerminal()) {
            throw new AssertionError("the stream ended without its last event: " + events);
        }
        int status = last.name().equals("completed") ? 200 : last.data().path("status").asInt();
        return outcome(response, status, last.data(), events, start);
    }

    private List<Event> events(InputStream body, long start) throws IOException {
        List<Event> events = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.append(line).append('\n');
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, JSON.readTree(line.substring(6)), millis(start)));
                } else if (line.startsWith(": ")) {
                    events.add(new Event("ping", MissingNode.getInstance(), millis(start)));
                }
            }
        }
        return events;
    }

    private static Outcome outcome(
            HttpResponse<?> response, int status, JsonNode json, List<Event> events, long start) {
        Map<String, List<String>> headers = response.headers().map();
        return new Outcome(status, json, headers, events, millis(start));
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** What an operator's path answers. */
    String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    String address() {
        return address;
    }

    /** All bodies that came so far. */
    String heard() {
        return heard.toString();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

package org.genaisummarizer.server.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;

/** The host's way for HTTP: each request as it came, each piece of an answer when it comes. */
final class HttpProxy implements AutoCloseable {

    private static final int BUFFER = 8_192;

    /** Of a connection, not of a message, or set by the JDK's client itself. */
    private static final Set<String> OF_A_CONNECTION =
            Set.of(
                    "host",
                    "connection",
                    "content-length",
                    "transfer-encoding",
                    "upgrade",
                    "expect");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI handler;

    HttpProxy(URI handler) throws IOException {
        this.handler = handler;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<InputStream> answer =
                    client.send(request(exchange), BodyHandlers.ofInputStream());
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (isOfTheMessage(name)) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            exchange.sendResponseHeaders(answer.statusCode(), 0);
            try (InputStream in = answer.body();
                    OutputStream out = exchange.getResponseBody()) {
                byte[] buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(handler.resolve(exchange.getRequestURI().toString()))
                        .method(
                                exchange.getRequestMethod(),
                                BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()));
        for (Map.Entry<String, List<String>> field : exchange.getRequestHeaders().entrySet()) {
            if (isOfTheMessage(field.getKey())) {
                field.getValue().forEach(value -> request.header(field.getKey(), value));
            }
        }
        // The host overwrites the one, the platform's front ends the other.
        return request.setHeader("x-ms-invocation-id", UUID.randomUUID().toString())
                .setHeader("X-Forwarded-For", "203.0.113.7")
                .build();
    }

    private static boolean isOfTheMessage(String name) {
        return !OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":");
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}

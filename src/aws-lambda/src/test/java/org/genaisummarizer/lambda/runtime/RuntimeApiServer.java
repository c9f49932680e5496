package org.genaisummarizer.lambda.runtime;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays AWS Lambda's runtime API for one function process: hands out events with deadlines, takes
 * buffered and streamed answers, and notes when each piece of a streamed one arrived.
 */
public final class RuntimeApiServer implements AutoCloseable {

    static {
        // Without it, the answer to "next" waits up to 40 ms for an acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String VERSION = "/2018-06-01/runtime/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<Long> firstNext = new CompletableFuture<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile boolean closed;

    private record Event(String id, byte[] body, Instant deadline) {}

    public RuntimeApiServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(VERSION, this::serve);
        server.start();
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} is to be. */
    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands the event to the function and waits for what it answers. */
    public Answer invoke(String event) {
        return invoke(event, Duration.ofSeconds(30));
    }

    /** The same with so much time for the function. */
    public Answer invoke(String event, Duration time) {
        String id = submit(event, time);
        return answerTo(id);
    }

    /** Hands the event to the function; {@link #answerTo} waits for the answer. */
    public String submit(String event, Duration time) {
        String id = "00000000-0000-4000-8000-%012d".formatted(ids.incrementAndGet());
        answers.put(id, new CompletableFuture<>());
        waiting.add(
                new Event(id, event.getBytes(StandardCharsets.UTF_8), Instant.now().plus(time)));
        return id;
    }

    public Answer answerTo(String id) {
        return await(answers.get(id), "an answer to " + id);
    }

    /** {@link System#nanoTime} of the first "next": the end of init. */
    public long awaitFirstNext() {
        return await(firstNext, "the first next");
    }

    /** What the function reported as the reason that it cannot start. */
    public String awaitInitError() {
        return await(initError, "an init error");
    }

    public Optional<String> initError() {
        return Optional.ofNullable(initError.getNow(null));
    }

    private static <T> T await(CompletableFuture<T> future, String what) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, e);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("no sign of " + what + " within " + PATIENCE, e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(VERSION.length());
            if (path.equals("invocation/next")) {
                next(exchange);
            } else if (path.equals("init/error")) {
                initError.complete(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                accept(exchange);
            } else {
                answer(exchange, path);
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        firstNext.complete(System.nanoTime());
        Event event = take();
        if (event == null) {
            return;
        }
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", event.id());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(event.deadline().toEpochMilli()));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:eu-central-1:123456789012:function:summarizer");
        headers.set(
                "Lambda-Runtime-Trace-Id",
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1");
        exchange.sendResponseHeaders(200, event.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(event.body());
        }
    }

    private Event take() {
        try {
            while (!closed) {
                Event event = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (event != null) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        String[] parts = path.split("/", -1);
        CompletableFuture<Answer> answer = parts.length == 3 ? answers.get(parts[1]) : null;
        if (answer == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        Answer.Builder builder =
                new Answer.Builder(parts[2].equals("error"), exchange.getRequestHeaders());
        try (InputStream body = exchange.getRequestBody()) {
            byte[] buffer = new byte[16_384];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                builder.arrived(buffer, read);
            }
        }
        accept(exchange);
        answer.complete(builder.build());
    }

    private static void accept(HttpExchange exchange) throws IOException {
        byte[] ok = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(202, ok.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(ok);
        }
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        threads.shutdownNow();
    }
}

package org.genaisummarizer.testing.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An HTTP server that answers completions as its script says. Replies are given in their order, the
 * last one for ever; or a function of the request chooses. It listens on a port of its own on the
 * loopback address and can go down and come up again there.
 */
public final class ScriptedProvider implements AutoCloseable {

    private static final int BACKLOG = 1_024;
    private static final int BIND_TRIES = 100;

    private final List<Received> received = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile Function<Received, Reply> script = request -> Reply.error(500, "no_script");
    private ServerSocket server;
    private Thread accepting;

    public ScriptedProvider() {
        server = bind(0);
        port = server.getLocalPort();
        accepting = accept(server);
    }

    /** With the path that vendors' clients take as their base. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port + "/v1");
    }

    /** One reply after the other; the last one from then on. */
    public ScriptedProvider replies(Reply... replies) {
        AtomicInteger next = new AtomicInteger();
        script = request -> replies[Math.min(next.getAndIncrement(), replies.length - 1)];
        return this;
    }

    public ScriptedProvider repliesBy(Function<Received, Reply> choice) {
        script = choice;
        return this;
    }

    /** What came so far, in the order in which it came whole. */
    public List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** Forgets what came so far. */
    public void forget() {
        synchronized (received) {
            received.clear();
        }
    }

    /** Refuses connections from now on, and breaks those there are. */
    public synchronized void down() {
        closeQuietly(server);
        // Joined before the sockets are broken: until then it may hold the port, or take one more.
        join(accepting);
        open.forEach(ScriptedProvider::closeQuietly);
    }

    /** Listens again on the same port. */
    public synchronized void up() {
        server = bind(port);
        accepting = accept(server);
    }

    @Override
    public void close() {
        down();
    }

    private static ServerSocket bind(int port) {
        IOException last = new IOException("not tried");
        for (int i = 0; i < BIND_TRIES; i++) {
            try {
                ServerSocket socket = new ServerSocket();
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
                return socket;
            } catch (IOException e) {
                last = e;
                pause();
            }
        }
        throw new UncheckedIOException("the port is taken", last);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread accept(ServerSocket socket) {
        return Thread.ofPlatform()
                .daemon()
                .name("scripted-provider")
                .start(
                        () -> {
                            while (!socket.isClosed()) {
                                try {
                                    Socket client = socket.accept();
                                    open.add(client);
                                    Thread.ofVirtual().start(() -> serve(client));
                                } catch (IOException e) {
                                    // closed, or a client that left at once
                                }
                            }
                        });
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(client.getInputStream());
            while (one(client, in)) {
                // the next request on the same connection
            }
        } catch (IOException e) {
            // the client left, or we went down
        } finally {
            open.remove(client);
        }
    }

    /** Whether the connection can be used again. */
    private boolean one(Socket client, BufferedInputStream in) throws IOException {
        String start = line(in);
        if (start.isEmpty()) {
            return false;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                // No HTTP: somebody tries TLS here.
                return false;
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String body = new String(body(in, headers), StandardCharsets.UTF_8);
        String[] parts = start.split(" ", -1);
        Received request = note(parts[0], parts[1], headers, body);
        for (Step step : request.reply().steps()) {
            if (!take(step, client, in, request)) {
                return false;
            }
            request.stepsDone().incrementAndGet();
        }
        return true;
    }

    private Received note(String method, String path, Map<String, String> headers, String body) {
        AtomicInteger steps = new AtomicInteger();
        AtomicBoolean cancelled = new AtomicBoolean();
        long now = System.nanoTime();
        Received asked =
                new Received(method, path, headers, body, now, Reply.hang(), steps, cancelled);
        synchronized (received) {
            Received request =
                    new Received(
                            method,
                            path,
                            headers,
                            body,
                            now,
                            script.apply(asked),
                            steps,
                            cancelled);
            received.add(request);
            return request;
        }
    }

    /** Whether the reply goes on. */
    private static boolean take(Step step, Socket client, InputStream in, Received request)
            throws IOException {
        try {
            return switch (step) {
                case Step.Send send -> {
                    client.getOutputStream().write(send.bytes());
                    yield true;
                }
                case Step.Pause pause -> stays(client, in, pause.time(), request);
                case Step.Hang hang -> stays(client, in, Duration.ZERO, request);
                case Step.Cut cut -> end(request);
                case Step.Reset reset -> {
                    client.setSoLinger(true, 0);
                    yield end(request);
                }
                case Step.Endless endless -> {
                    do {
                        client.getOutputStream().write(endless.bytes());
                    } while (endless.pause().isZero()
                            || stays(client, in, endless.pause(), request));
                    yield false;
                }
            };
        } catch (IOException e) {
            request.cancelled().set(true);
            throw e;
        }
    }

    private static boolean end(Received request) {
        request.stepsDone().incrementAndGet();
        return false;
    }

    /** Waits so long, for ever if 0; false if the client leaves meanwhile. */
    private static boolean stays(Socket client, InputStream in, Duration time, Received request)
            throws IOException {
        client.setSoTimeout((int) time.toMillis());
        try {
            if (in.read() >= 0) {
                throw new IOException("a client must not send before it has its answer");
            }
            request.cancelled().set(true);
            return false;
        } catch (SocketTimeoutException e) {
            client.setSoTimeout(0);
            return true;
        }
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // it is closed as well as it can be
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

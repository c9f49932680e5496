package org.genaisummarizer.server.functions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.genaisummarizer.server.StartedProcess;

/**
 * Starts the built server as Azure's Functions host starts a custom handler: in the app's folder,
 * with the port in a variable, polled at its root until anything answers. HTTP goes through {@link
 * #address}, invocations of functions through {@link #invoke}.
 */
final class FunctionsHost implements AutoCloseable {

    private static final int TRIES = 5;

    /** Far beyond what a start takes, so that only one that hangs meets it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration LOOK = Duration.ofMillis(2);
    private static final String VERSION = "4.1040.300.25410";

    private final HttpClient client = HttpClient.newHttpClient();
    private final StartedProcess process;
    private final URI handler;
    private final HttpProxy proxy;

    private FunctionsHost(StartedProcess process, int port) throws IOException {
        this.process = process;
        this.handler = URI.create("http://127.0.0.1:" + port);
        this.proxy = new HttpProxy(handler);
    }

    static FunctionsHost start(Map<String, String> settings) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = freePort();
            Map<String, String> variables = new HashMap<>(settings);
            variables.put("FUNCTIONS_CUSTOMHANDLER_PORT", Integer.toString(port));
            variables.put("FUNCTIONS_CUSTOMHANDLER_WORKER_ID", UUID.randomUUID().toString());
            StartedProcess process = StartedProcess.with(variables, FunctionFolder.DEPLOYED.root());
            FunctionsHost host = new FunctionsHost(process, port);
            if (host.isReady()) {
                return host;
            }
            // Somebody else may have taken the port since it was found free.
            host.close();
        }
        throw new AssertionError("the handler did not start on any of " + TRIES + " free ports");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Polled as Azure's host does it; false if the process ended instead. */
    private boolean isReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive()) {
            if (answers()) {
                return true;
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("the handler does not answer:\n" + process.output());
            }
            pause();
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Any response will do. */
    private boolean answers() {
        try {
            client.send(HttpRequest.newBuilder(handler).build(), BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Where callers from outside reach the app. */
    URI address() {
        return proxy.address();
    }

    /** Where the handler itself listens, which nobody outside can reach on Azure. */
    URI handler() {
        return handler;
    }

    String output() {
        return process.output();
    }

    /** Invokes a function that has another trigger than HTTP. */
    HttpResponse<String> invoke(String function, String json) {
        HttpRequest request =
                HttpRequest.newBuilder(handler.resolve("/" + function))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("X-Azure-Functions-HostVersion", VERSION)
                        .header("X-Azure-Functions-InvocationId", UUID.randomUUID().toString())
                        .header("User-Agent", "Azure-Functions-Host/" + VERSION)
                        .POST(BodyPublishers.ofString(json))
                        .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the handler is gone:\n" + process.output(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        proxy.close();
        process.close();
        client.shutdownNow();
    }
}

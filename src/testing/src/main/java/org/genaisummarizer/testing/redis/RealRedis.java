package org.genaisummarizer.testing.redis;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.genaisummarizer.testing.Await;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server of our own, on a port of the loopback address. It can be frozen, filled, stopped
 * and started again at the same port, with nothing in it.
 */
public final class RealRedis implements AutoCloseable {

    private static final File EXECUTABLE = executable();
    private static final int MOST_PORT = 55_536;

    private final int port;
    private final List<String> settings;
    private Process process;

    /**
     * @param settings as a command line of redis-server has them, {@code "--maxmemory", "2mb"}
     */
    public RealRedis(String... settings) {
        this(freePort(), List.of(settings));
    }

    RealRedis(int port, List<String> settings) {
        this.port = port;
        this.settings = List.copyOf(settings);
        this.process = start();
    }

    /** One that watches a master of this name, with nobody to agree with. */
    static RealRedis sentinel(Path folder, String name, RealRedis master) {
        int port = freePort();
        String monitor = "sentinel monitor %s 127.0.0.1 %d 1".formatted(name, master.port());
        List<String> lines =
                List.of(
                        monitor,
                        "sentinel down-after-milliseconds " + name + " 500",
                        "sentinel failover-timeout " + name + " 3000");
        try {
            Path file = Files.write(folder.resolve("sentinel-" + port + ".conf"), lines);
            return new RealRedis(port, List.of(file.toString(), "--sentinel"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File executable() {
        try {
            File file = ExecutableProvider.newJarResourceProvider().get();
            file.deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such that the port 10,000 above, at which the nodes of a cluster speak, is one as well. */
    static int freePort() {
        int port = MOST_PORT;
        while (port >= MOST_PORT) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return port;
    }

    private Process start() {
        List<String> command = new ArrayList<>();
        command.add(EXECUTABLE.getPath());
        // A file of settings comes first.
        command.addAll(settings.stream().takeWhile(setting -> !setting.startsWith("--")).toList());
        command.addAll(
                List.of("--bind", "127.0.0.1", "--port", Integer.toString(port), "--save", ""));
        command.addAll(settings.stream().dropWhile(setting -> !setting.startsWith("--")).toList());
        try {
            Process started =
                    new ProcessBuilder(command)
                            .directory(new File(System.getProperty("java.io.tmpdir")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            Await.until("Redis answers", () -> !started.isAlive() || answers());
            if (!started.isAlive()) {
                throw new IllegalStateException("Redis ended with " + started.exitValue());
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            String answer = command("PING");
            return answer.equals("+PONG") || answer.startsWith("-NOAUTH");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Sends a command and returns the first line of the answer, as the protocol has it. */
    public String command(String... words) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
            for (String word : words) {
                int bytes = word.getBytes(StandardCharsets.UTF_8).length;
                request.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
            }
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = answer.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that it answers, to a command whose words have no spaces. */
    public String whole(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all keys. */
    public List<String> keys() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("KEYS *\r\n".getBytes(StandardCharsets.UTF_8));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int count = Integer.parseInt(answer.readLine().substring(1));
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                answer.readLine();
                keys.add(answer.readLine());
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes connections and answers nothing, until it is thawed. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Refuses connections from now on. */
    public void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens again at the same port, empty. */
    public void restart() {
        stop();
        process = start();
    }

    @Override
    public void close() {
        stop();
    }
}

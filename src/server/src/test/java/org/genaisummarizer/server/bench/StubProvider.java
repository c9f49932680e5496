package org.genaisummarizer.server.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers every chat completion at once with the same stream, to any number of connections. */
final class StubProvider implements AutoCloseable {

    private static final byte[] ANSWER = answer();

    private final ServerSocket listening;

    StubProvider() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private static byte[] answer() {
        String chunk = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":";
        String events =
                chunk
                        + "[{\"index\":0,\"delta\":{\"content\":\"The board put the vote off until "
                        + "its engineers have looked at the tower's foundations.\"},"
                        + "\"finish_reason\":null}]}\n\n"
                        + chunk
                        + "[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                        + chunk
                        + "[],\"usage\":{\"prompt_tokens\":900,\"completion_tokens\":14}}\n\n"
                        + "data: [DONE]\n\n";
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: "
                        + events.length()
                        + "\r\n\r\n";
        return (head + events).getBytes(StandardCharsets.US_ASCII);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (skipRequest(in)) {
                out.write(ANSWER);
            }
        } catch (IOException e) {
            // The other side is done with it.
        }
    }

    private static boolean skipRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int c = in.read();
            if (c < 0) {
                return false;
            }
            head.append((char) c);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:") + 15;
        in.skipNBytes(Long.parseLong(lower.substring(at, lower.indexOf('\r', at)).strip()));
        return true;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

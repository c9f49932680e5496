package org.genaisummarizer.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.genaisummarizer.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseSinkTest {

    private static final int PIECE_BYTES = 64 * 1024;
    private static final int PIECES = 1_000;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong written = new AtomicLong();
    private final CompletableFuture<RuntimeException> thrown = new CompletableFuture<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile Thread writer;

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Sends 64 MB to whoever connects. */
    private int serve() {
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(this::answer)
                        .listen(0, InetAddress.getLoopbackAddress().getHostAddress())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        request.response().setChunked(true);
        ResponseSink sink = new ResponseSink(request.response());
        Thread thread = Thread.ofVirtual().unstarted(() -> write(sink, request));
        writer = thread;
        request.response().closeHandler(left -> thread.interrupt());
        thread.start();
        begun.countDown();
    }

    private void write(ResponseSink sink, HttpServerRequest request) {
        try {
            for (int i = 0; i < PIECES; i++) {
                sink.write(new byte[PIECE_BYTES]);
                written.addAndGet(PIECE_BYTES);
            }
            request.response().end();
        } catch (UncheckedIOException e) {
            thrown.complete(e);
        }
    }

    private Socket caller() throws IOException {
        Socket socket = new Socket();
        // What the kernel keeps for the reader must not be taken for ours.
        socket.setReceiveBufferSize(PIECE_BYTES);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), serve()));
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void whoeverDoesNotReadHoldsTheWriterInsteadOfFillingTheMemory() throws Exception {
        try (Socket caller = caller()) {
            begun.await();
            Await.until("the writer waits", () -> writer.getState() == Thread.State.WAITING);

            assertThat(written.get()).isLessThan((long) PIECE_BYTES * PIECES / 4);

            long left = (long) PIECE_BYTES * PIECES;
            byte[] buffer = new byte[PIECE_BYTES];
            while (left > 0) {
                left -= caller.getInputStream().read(buffer);
            }
            Await.until("all is written", () -> written.get() == (long) PIECE_BYTES * PIECES);
        }
    }

    @Test
    void aWriterThatWaitsIsToldWhenItsReaderLeaves() throws Exception {
        try (Socket caller = caller()) {
            begun.await();
            Await.until("the writer waits", () -> writer.getState() == Thread.State.WAITING);
        }

        assertThat(thrown.get()).hasMessageContaining("the caller is gone");
    }
}

package org.genaisummarizer.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.genaisummarizer.api.Reply;

/** Writes to a response from a virtual thread, which waits while the caller does not read. */
final class ResponseSink implements Reply.ByteSink {

    private final HttpServerResponse response;
    private final Semaphore drained = new Semaphore(0);

    ResponseSink(HttpServerResponse response) {
        this.response = response;
        response.drainHandler(writable -> drained.release());
    }

    @Override
    public void write(byte[] bytes) {
        if (response.closed() || response.ended()) {
            throw gone();
        }
        response.write(Buffer.buffer(bytes));
        while (response.writeQueueFull()) {
            await();
        }
    }

    private void await() {
        try {
            // Interrupted when the caller leaves.
            drained.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gone();
        }
        if (response.closed()) {
            throw gone();
        }
    }

    private static UncheckedIOException gone() {
        return new UncheckedIOException(new IOException("the caller is gone"));
    }
}

package org.genaisummarizer.server;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.genaisummarizer.api.Problem;
import org.genaisummarizer.api.Problems;

/**
 * Reads a request's body within its limits of bytes and time, and stops reading where they end.
 * Runs on the event loop.
 */
final class BodyReader {

    private static final long MOST_MILLIS = 30_000;

    private final HttpServerRequest request;
    private final long mostBytes;
    private final Buffer body = Buffer.buffer();
    private boolean ended;

    BodyReader(HttpServerRequest request, long mostBytes) {
        this.request = request;
        this.mostBytes = mostBytes;
    }

    /** Hands on either the whole body or a problem, once. */
    void read(Consumer<Buffer> whole, Consumer<Problem> refused) {
        if (declaredBytes() > mostBytes) {
            refused.accept(Problems.tooLarge(mostBytes));
            return;
        }
        Vertx vertx = Vertx.currentContext().owner();
        long timer =
                vertx.setTimer(
                        MOST_MILLIS,
                        id -> end(() -> refused.accept(Problems.tooSlow(MOST_MILLIS / 1_000))));
        request.handler(
                piece -> {
                    if (ended) {
                        return;
                    }
                    if (body.length() + (long) piece.length() > mostBytes) {
                        vertx.cancelTimer(timer);
                        end(() -> refused.accept(Problems.tooLarge(mostBytes)));
                        return;
                    }
                    body.appendBuffer(piece);
                });
        request.exceptionHandler(
                gone -> {
                    vertx.cancelTimer(timer);
                    end(() -> {});
                });
        request.endHandler(
                done -> {
                    vertx.cancelTimer(timer);
                    end(() -> whole.accept(body));
                });
        request.resume();
    }

    private void end(Runnable then) {
        if (!ended) {
            ended = true;
            then.run();
        }
    }

    private long declaredBytes() {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            // Netty refuses such a request before it comes here.
            return 0;
        }
    }
}

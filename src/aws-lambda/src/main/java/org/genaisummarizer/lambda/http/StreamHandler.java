package org.genaisummarizer.lambda.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.genaisummarizer.api.Header;
import org.genaisummarizer.api.HttpAnswer;
import org.genaisummarizer.api.Reply;
import org.genaisummarizer.api.SummaryEndpoint;
import org.genaisummarizer.lambda.runtime.Handler;
import org.genaisummarizer.lambda.runtime.Invocation;
import org.genaisummarizer.lambda.runtime.TimeLimit;

/**
 * Answers HTTP events as function URLs with {@code RESPONSE_STREAM} and REST APIs with {@code
 * ResponseTransferMode: STREAM} take them: status and headers first, eight zero bytes, and then the
 * body as it comes.
 */
public final class StreamHandler implements Handler {

    private static final String CONTENT_TYPE =
            "application/vnd.awslambda.http-integration-response";
    private static final byte[] DELIMITER = new byte[8];
    private static final int OK = 200;

    private final HttpEvents events;
    private final SummaryEndpoint endpoint;
    private final TimeLimit time;

    public StreamHandler(HttpEvents events, SummaryEndpoint endpoint, TimeLimit time) {
        this.events = events;
        this.endpoint = endpoint;
        this.time = time;
    }

    @Override
    public void handle(Invocation invocation, org.genaisummarizer.lambda.runtime.Reply platform)
            throws IOException {
        HttpEvent event = events.read(invocation);
        Reply reply = endpoint.accept(event.call(), event.caller(), time.ofRequest(invocation));
        switch (reply) {
            case Reply.Ready ready -> whole(ready.answer(), platform);
            // Its status is known at its end alone.
            case Reply.Work work -> whole(work.work().answer(), platform);
            case Reply.Stream stream -> inPieces(stream, platform);
        }
    }

    private static void whole(HttpAnswer answer, org.genaisummarizer.lambda.runtime.Reply platform)
            throws IOException {
        ByteArrayOutputStream bytes = head(answer.status(), answer.headers());
        bytes.writeBytes(answer.body());
        try (OutputStream out = platform.stream(CONTENT_TYPE)) {
            out.write(bytes.toByteArray());
        }
    }

    private static void inPieces(
            Reply.Stream stream, org.genaisummarizer.lambda.runtime.Reply platform)
            throws IOException {
        try (OutputStream out = platform.stream(CONTENT_TYPE)) {
            write(out, head(OK, stream.headers()).toByteArray());
            stream.body().writeTo(bytes -> write(out, bytes));
        } catch (UncheckedIOException e) {
            throw new IOException("the reader of a stream has left", e);
        }
    }

    private static ByteArrayOutputStream head(int status, List<Header> headers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(AnswerJson.prelude(status, headers));
        bytes.writeBytes(DELIMITER);
        return bytes;
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

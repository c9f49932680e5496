package org.genaisummarizer.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.genaisummarizer.api.Reply.ByteSink;
import org.genaisummarizer.model.SummaryEvent;

/**
 * Writes summary events as server-sent events (WHATWG HTML, section 9.2). Safe for a second thread
 * that sends {@link #ping}.
 */
final class EventStreamWriter implements Consumer<SummaryEvent> {

    static final String MEDIA_TYPE = "text/event-stream";

    private static final byte[] PING = ": ping\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ByteSink sink;
    private final Optional<String> metadata;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean ended;

    EventStreamWriter(ByteSink sink, Optional<String> metadata) {
        this.sink = sink;
        this.metadata = metadata;
    }

    /** A comment that keeps proxies from taking the silence for an end. */
    void ping() {
        write(PING, false);
    }

    @Override
    public void accept(SummaryEvent event) {
        switch (event) {
            case SummaryEvent.Started started ->
                    write(
                            "started",
                            Json.bytes(
                                    json -> {
                                        json.writeStartObject();
                                        json.writeStringField("id", started.id());
                                        json.writeEndObject();
                                    }));
            case SummaryEvent.Progress progress ->
                    write(
                            "progress",
                            Json.bytes(
                                    json -> {
                                        json.writeStartObject();
                                        json.writeNumberField("done", progress.done());
                                        json.writeNumberField("of", progress.of());
                                        json.writeEndObject();
                                    }));
            case SummaryEvent.Delta delta ->
                    write(
                            "delta",
                            Json.bytes(
                                    json -> {
                                        json.writeStartObject();
                                        json.writeStringField("text", delta.text());
                                        json.writeEndObject();
                                    }));
            case SummaryEvent.Restarted restarted ->
                    write(
                            "restarted",
                            Json.bytes(
                                    json -> {
                                        json.writeStartObject();
                                        json.writeStringField("reason", restarted.reason());
                                        json.writeEndObject();
                                    }));
            case SummaryEvent.Completed completed ->
                    last("completed", SummaryJson.of(completed.summary(), metadata));
            case SummaryEvent.Failed failed ->
                    last(
                            "failed",
                            ProblemJson.of(
                                    Problems.of(failed.failure()).withAttempts(failed.attempts())));
        }
    }

    private void write(String name, byte[] json) {
        write(event(name, json), false);
    }

    private void last(String name, byte[] json) {
        write(event(name, json), true);
    }

    private static byte[] event(String name, byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length + 32);
        bytes.writeBytes(("event: " + name + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(json);
        bytes.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private void write(byte[] bytes, boolean last) {
        lock.lock();
        try {
            if (!ended) {
                ended = last;
                sink.write(bytes);
            }
        } finally {
            lock.unlock();
        }
    }
}

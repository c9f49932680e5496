package org.genaisummarizer.provider.http;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.CompletionRequest.Limits;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.provider.http.EventStreamReader.TooLargeException;

/**
 * Makes one streamed call and reads its events, within its limits. It runs on the caller's thread;
 * interrupting that closes the connection.
 */
public final class StreamedCall {

    private static final int MOST_ERROR_BYTES = 65_536;
    private static final int MOST_EVENT_BYTES = 1_048_576;
    private static final long MOST_BYTES = 16_777_216;

    /** What a server may take to close its stream after it said that it is done. */
    private static final Duration AFTER_FINISH = Duration.ofSeconds(2);

    private final Timers timers;
    private final ErrorResponses errors;

    public StreamedCall(Timers timers, ErrorResponses errors) {
        this.timers = timers;
        this.errors = errors;
    }

    /** What a vendor's format makes of the events. */
    public interface Interpreter {

        /**
         * Takes an event.
         *
         * @throws ProviderException if the event is no part of an answer
         */
        void take(ServerSentEvent event) throws ProviderException;

        /** Whether text has come. */
        boolean hasText();

        /** Whether the provider said why it stopped, so that little more can come. */
        boolean isFinished();

        /** Whether all has come that ever will. */
        boolean isComplete();
    }

    /**
     * Hands all events to the interpreter.
     *
     * @throws ProviderException if the call failed, with the failure that it is
     */
    public void run(Uni<?> call, Limits limits, Interpreter interpreter)
            throws ProviderException, InterruptedException {
        long start = System.nanoTime();
        PendingResponse response = new PendingResponse();
        Watchdog watchdog = new Watchdog(timers, response::breakOff);
        watchdog.feed(limits.firstToken());
        boolean done = false;
        try (watchdog;
                ResponseBody body = response.of(call)) {
            try {
                requireOk(body);
                read(body, watchdog, new Pace(start, limits), interpreter);
            } catch (ProviderException e) {
                // To break off a response that ends in this moment would break off the next call
                // on its connection.
                body.discard(timers);
                throw e;
            }
            body.discard(timers);
            done = true;
        } catch (InterruptedIOException e) {
            throw interrupted();
        } catch (TooLargeException e) {
            throw new ProviderException(new Failure.Unusable("too-large"));
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw interrupted();
            }
            if (!interpreter.isFinished()) {
                throw new ProviderException(broken(watchdog, interpreter));
            }
        }
        if (done && !interpreter.isFinished()) {
            throw new ProviderException(
                    interpreter.hasText() ? new Failure.Cut() : new Failure.Unusable("no-answer"));
        }
    }

    private static InterruptedException interrupted() {
        return new InterruptedException("the call was cancelled");
    }

    private static Failure.OfProvider broken(Watchdog watchdog, Interpreter interpreter) {
        if (watchdog.hasBitten()) {
            return interpreter.hasText() ? new Failure.Stalled() : new Failure.Silent();
        }
        return new Failure.Cut();
    }

    private void requireOk(ResponseBody body) throws IOException, ProviderException {
        if (body.status() == 200) {
            return;
        }
        String words;
        try {
            words = new String(body.readNBytes(MOST_ERROR_BYTES), StandardCharsets.UTF_8);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // The status says enough.
            words = "";
        }
        throw new ProviderException(errors.of(body.status(), body.header("Retry-After"), words));
    }

    private static void read(
            ResponseBody body, Watchdog watchdog, Pace pace, Interpreter interpreter)
            throws IOException, ProviderException {
        if (body.header("Content-Encoding")
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent()) {
            throw new ProviderException(new Failure.Unusable("compressed"));
        }
        EventStreamReader events = new EventStreamReader(body, MOST_EVENT_BYTES, MOST_BYTES);
        while (!interpreter.isComplete()) {
            watchdog.feed(pace.limit(interpreter));
            Optional<ServerSentEvent> event = events.next();
            if (event.isEmpty()) {
                return;
            }
            interpreter.take(event.get());
        }
    }

    private static Duration left(long startNanos, Duration limit) {
        Duration left = limit.minusNanos(System.nanoTime() - startNanos);
        return left.isNegative() || left.isZero() ? Duration.ofMillis(1) : left;
    }

    /** How long the next event may take. */
    private record Pace(long startNanos, Limits limits) {

        private Duration limit(Interpreter interpreter) {
            Duration total = left(startNanos, limits.total());
            Duration next;
            if (interpreter.isFinished()) {
                next = AFTER_FINISH;
            } else if (interpreter.hasText()) {
                next = limits.stall();
            } else {
                next = left(startNanos, limits.firstToken());
            }
            return next.compareTo(total) < 0 ? next : total;
        }
    }
}

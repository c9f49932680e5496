package org.genaisummarizer.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.genaisummarizer.api.RequestReader.Read;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.making.MakingFailedException;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryEvent.Completed;
import org.genaisummarizer.model.SummaryEvent.Failed;

/**
 * The whole HTTP contract, for any host: a host turns its event into an {@link HttpCall}, and sends
 * what comes back. So the container and every function answer alike, to the byte.
 */
public final class SummaryEndpoint {

    private static final String SUMMARIES = "/v1/summaries";
    private static final String ESTIMATE = SUMMARIES + ":estimate";
    private static final String RESULT = SUMMARIES + "/";
    private static final String SIMPLE = "/summarize";

    private final Summarizer summarizer;
    private final ResultStore results;
    private final RequestReader reader;
    private final Sleeper sleeper;

    /**
     * @param mostBytes of a body
     * @param ids names requests
     */
    public SummaryEndpoint(
            Summarizer summarizer,
            ResultStore results,
            long mostBytes,
            Supplier<String> ids,
            Sleeper sleeper) {
        this.summarizer = summarizer;
        this.results = results;
        this.reader = new RequestReader(mostBytes, ids);
        this.sleeper = sleeper;
    }

    /**
     * Takes a call. Does not block, so an event loop may ask.
     *
     * @param caller by the host's account, never by the call's own
     * @param deadline by which the host wants the answer
     */
    public Reply accept(HttpCall call, Caller caller, Deadline deadline) {
        try {
            return route(call, caller, deadline);
        } catch (ProblemException e) {
            return new Reply.Ready(ProblemJson.answer(e.problem()));
        }
    }

    private Reply route(HttpCall call, Caller caller, Deadline deadline) throws ProblemException {
        // Some clients encode what they need not.
        String path = call.path().replace("%3A", ":").replace("%3a", ":");
        if (path.equals(SUMMARIES)) {
            return call.method().equals("POST")
                    ? summarize(call, caller, deadline)
                    : notAllowed("POST");
        }
        if (path.equals(SIMPLE)) {
            return call.method().equals("GET") ? simple(call, caller, deadline) : notAllowed("GET");
        }
        if (path.equals(ESTIMATE)) {
            return call.method().equals("POST")
                    ? estimate(call, caller, deadline)
                    : notAllowed("POST");
        }
        if (path.startsWith(RESULT)) {
            return call.method().equals("GET")
                    ? result(path.substring(RESULT.length()), caller)
                    : notAllowed("GET");
        }
        return new Reply.Ready(ProblemJson.answer(Problems.notFound()));
    }

    private static Reply notAllowed(String allowed) {
        return new Reply.Ready(ProblemJson.notAllowed(allowed));
    }

    private Reply summarize(HttpCall call, Caller caller, Deadline deadline)
            throws ProblemException {
        Accept.Form form =
                Accept.form(call.fields().joined("Accept"))
                        .orElseThrow(() -> new ProblemException(Problems.notAcceptable()));
        Read read = reader.post(call, caller, deadline);
        if (form == Accept.Form.EVENT_STREAM) {
            // What a status can say is said by one, before the stream begins.
            if (!summarizer.serves(read.request())) {
                throw new ProblemException(Problems.of(new Failure.UnknownModel()));
            }
            List<Header> headers =
                    List.of(
                            new Header("Content-Type", EventStreamWriter.MEDIA_TYPE),
                            new Header("Cache-Control", "no-store"),
                            // nginx passes a stream on as it comes only if told so.
                            new Header("X-Accel-Buffering", "no"));
            return new Reply.Stream(headers, sink -> stream(read, sink));
        }
        return answered(read, summary -> SummaryJson.of(summary, read.metadata()));
    }

    private Reply simple(HttpCall call, Caller caller, Deadline deadline) throws ProblemException {
        if (Accept.form(call.fields().joined("Accept"))
                .filter(form -> form == Accept.Form.JSON)
                .isEmpty()) {
            throw new ProblemException(Problems.notAcceptable());
        }
        return answered(reader.get(call, caller, deadline), SummaryJson::textAlone);
    }

    /** How a summary is written. */
    @FunctionalInterface
    private interface Writing {
        byte[] of(Summary summary);
    }

    private Reply answered(Read read, Writing writing) {
        Optional<Summary> near = summarizer.near(read.request());
        if (near.isPresent()) {
            return new Reply.Ready(ok(near.get(), writing));
        }
        return new Reply.Work(
                () ->
                        switch (summarizer.summarize(read.request(), SummaryEvent.UNHEARD)) {
                            case Completed completed -> ok(completed.summary(), writing);
                            case Failed failed ->
                                    ProblemJson.answer(
                                            Problems.of(failed.failure())
                                                    .withAttempts(failed.attempts()));
                        });
    }

    private static HttpAnswer ok(Summary summary, Writing writing) {
        return ok(writing.of(summary), CacheStatusField.of(summary.cache()));
    }

    private static HttpAnswer ok(byte[] json, Header... more) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", "application/json"));
        headers.add(new Header("Cache-Control", "no-store"));
        headers.addAll(List.of(more));
        return new HttpAnswer(200, headers, json);
    }

    private void stream(Read read, Reply.ByteSink sink) {
        EventStreamWriter writer = new EventStreamWriter(sink, read.metadata());
        try (Heartbeat heartbeat = new Heartbeat(writer, sleeper)) {
            summarizer.summarize(read.request(), writer);
        }
    }

    private Reply estimate(HttpCall call, Caller caller, Deadline deadline)
            throws ProblemException {
        Read read = reader.post(call, caller, deadline);
        return new Reply.Work(
                () -> {
                    try {
                        return ok(SummaryJson.of(summarizer.estimate(read.request())));
                    } catch (MakingFailedException e) {
                        return ProblemJson.answer(Problems.of(e.failure()));
                    }
                });
    }

    private Reply result(String id, Caller caller) {
        if (!QueueMessage.isId(id)) {
            return new Reply.Ready(ProblemJson.answer(Problems.notFound()));
        }
        return new Reply.Work(
                () -> {
                    try {
                        return results.find(caller, id)
                                .map(
                                        summary ->
                                                ok(
                                                        summary,
                                                        found ->
                                                                SummaryJson.of(
                                                                        found, Optional.empty())))
                                .orElseGet(() -> ProblemJson.answer(Problems.notFound()));
                    } catch (StoreUnavailableException e) {
                        return ProblemJson.answer(Problems.storeUnavailable());
                    }
                });
    }
}

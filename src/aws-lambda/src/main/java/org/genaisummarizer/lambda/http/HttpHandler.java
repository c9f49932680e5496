package org.genaisummarizer.lambda.http;

import java.io.IOException;
import org.genaisummarizer.api.Reply;
import org.genaisummarizer.api.SummaryEndpoint;
import org.genaisummarizer.lambda.runtime.Handler;
import org.genaisummarizer.lambda.runtime.Invocation;
import org.genaisummarizer.lambda.runtime.TimeLimit;

/**
 * Answers HTTP events whole. Who asks for a stream gets all of it at once: the events are the same,
 * and so is their order.
 */
public final class HttpHandler implements Handler {

    private final HttpEvents events;
    private final SummaryEndpoint endpoint;
    private final TimeLimit time;

    public HttpHandler(HttpEvents events, SummaryEndpoint endpoint, TimeLimit time) {
        this.events = events;
        this.endpoint = endpoint;
        this.time = time;
    }

    @Override
    public void handle(Invocation invocation, org.genaisummarizer.lambda.runtime.Reply platform)
            throws IOException {
        HttpEvent event = events.read(invocation);
        Reply reply = endpoint.accept(event.call(), event.caller(), time.ofRequest(invocation));
        platform.send(AnswerJson.of(reply.whole(), event.form()));
    }
}

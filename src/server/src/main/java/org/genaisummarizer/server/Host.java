package org.genaisummarizer.server;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.genaisummarizer.api.Header;
import org.genaisummarizer.api.HttpAnswer;
import org.genaisummarizer.api.HttpCall;
import org.genaisummarizer.api.ProblemJson;
import org.genaisummarizer.api.Problems;
import org.genaisummarizer.api.Reply;
import org.genaisummarizer.api.SummaryEndpoint;
import org.genaisummarizer.app.Settings;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.server.functions.CustomHandler;

/**
 * Serves the HTTP contract on the event loop of Quarkus' server. It stands beside JAX-RS instead of
 * on it: an answer from the cache costs a third of the time so, and a stream can stop when its
 * reader does.
 */
@ApplicationScoped
class Host {

    /** Among the routes of the server. */
    static final int ORDER = Integer.MAX_VALUE / 2;

    /** RFC 9113, section 8.1: the caller may stop sending, and that is no failure. */
    private static final long NO_ERROR = 0;

    private final SummaryEndpoint endpoint;
    private final Settings settings;
    private final CallerIdentity identity;
    private final InFlight inFlight;
    private final CustomHandler functions;
    private final Clock clock;

    Host(
            SummaryEndpoint endpoint,
            Settings settings,
            CallerIdentity identity,
            InFlight inFlight,
            CustomHandler functions,
            Clock clock) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.identity = identity;
        this.inFlight = inFlight;
        this.functions = functions;
        this.clock = clock;
    }

    void serve(@Observes Router router) {
        router.route().order(ORDER).handler(this::take);
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.path() != null && request.path().startsWith("/q/")) {
            context.next();
            return;
        }
        if (inFlight.isDraining()) {
            if (hasConnectionOfItsOwn(request)) {
                request.response().putHeader("Connection", "close");
            }
            Responses.send(request.response(), ProblemJson.answer(Problems.draining()));
            return;
        }
        Deadline deadline = Deadline.after(clock, functions.time());
        boolean isInvocation = isInvocation(request);
        new BodyReader(request, isInvocation ? functions.mostBytes() : settings.maxBytes())
                .read(
                        body -> {
                            HttpCall call = call(request, body);
                            answer(
                                    request,
                                    isInvocation
                                            ? functions.accept(call)
                                            : endpoint.accept(
                                                    call, identity.of(request, call), deadline));
                        },
                        problem -> refuse(request, ProblemJson.answer(problem)));
    }

    private boolean isInvocation(HttpServerRequest request) {
        return request.path() != null
                && functions.takes(
                        request.method().name(),
                        request.path(),
                        name -> request.headers().contains(name));
    }

    /** What the caller still sends is not read, so what it sends it on is of no more use. */
    private static void refuse(HttpServerRequest request, HttpAnswer answer) {
        HttpServerResponse response = request.response();
        boolean alone = hasConnectionOfItsOwn(request);
        if (alone) {
            response.putHeader("Connection", "close");
        }
        Responses.head(response, answer);
        response.end(Buffer.buffer(answer.body()))
                .onComplete(
                        sent -> {
                            if (alone) {
                                request.connection().close();
                            } else {
                                response.reset(NO_ERROR);
                            }
                        });
    }

    /** HTTP/2 has other callers' streams on the same connection, and no Connection field. */
    private static boolean hasConnectionOfItsOwn(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2;
    }

    private void answer(HttpServerRequest request, Reply reply) {
        switch (reply) {
            case Reply.Ready ready -> Responses.send(request.response(), ready.answer());
            case Reply.Work work ->
                    inFlight.run(
                            request,
                            () ->
                                    awaitWritten(
                                            Responses.send(
                                                    request.response(), work.work().answer())));
            case Reply.Stream stream ->
                    inFlight.run(request, () -> stream(request.response(), stream));
        }
    }

    private static HttpCall call(HttpServerRequest request, Buffer body) {
        HttpCall.Fields fields = new HttpCall.Fields();
        for (Map.Entry<String, String> field : request.headers()) {
            fields.add(field.getKey(), field.getValue());
        }
        String path = request.path() == null ? "" : request.path();
        String query = request.query() == null ? "" : request.query();
        return new HttpCall(request.method().name(), path, query, fields, body.getBytes());
    }

    private static void stream(HttpServerResponse response, Reply.Stream stream) {
        response.setStatusCode(200).setChunked(true);
        for (Header header : stream.headers()) {
            response.putHeader(header.name(), header.value());
        }
        stream.body().writeTo(new ResponseSink(response));
        awaitWritten(response.end());
    }

    /** What is not yet on its way when its request counts as done is lost if the process stops. */
    private static void awaitWritten(Future<Void> sent) {
        try {
            sent.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new UncheckedIOException(new IOException("the caller is gone"));
        }
    }
}

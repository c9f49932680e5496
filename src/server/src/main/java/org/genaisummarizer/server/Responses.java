package org.genaisummarizer.server;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.genaisummarizer.api.Header;
import org.genaisummarizer.api.HttpAnswer;

/** Writes answers of the contract. */
final class Responses {

    private Responses() {}

    static Future<Void> send(HttpServerResponse response, HttpAnswer answer) {
        if (response.closed()) {
            return Future.succeededFuture();
        }
        head(response, answer);
        return response.end(Buffer.buffer(answer.body()));
    }

    static void head(HttpServerResponse response, HttpAnswer answer) {
        response.setStatusCode(answer.status());
        for (Header header : answer.headers()) {
            response.putHeader(header.name(), header.value());
        }
    }
}

package org.genaisummarizer.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.genaisummarizer.api.OpenApi;

/** Serves the OpenAPI document, also while the process drains. */
class OpenApiRoute {

    static final String PATH = "/q/openapi";

    /**
     * Behind the host, which passes on what is under {@code /q/}, so no other request is held up.
     */
    void serve(@Observes Router router) {
        router.route(PATH).order(Host.ORDER + 1).handler(OpenApiRoute::answer);
    }

    private static void answer(RoutingContext context) {
        // Quarkus holds a body back until somebody reads it; this one is of no interest.
        context.request().resume();
        Responses.send(context.response(), OpenApi.answer(context.request().method().name()));
    }
}

package org.genaisummarizer.provider.anthropic;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://docs.anthropic.com/en/api/messages-streaming">Create a message</a>, streamed.
 */
@Path("/messages")
interface MessagesApi {

    @POST
    @Consumes("application/json")
    @Produces("text/event-stream")
    Uni<RestResponse<InputStream>> create(
            @HeaderParam("x-api-key") @Nullable String key,
            @HeaderParam("anthropic-version") String version,
            byte[] body);
}

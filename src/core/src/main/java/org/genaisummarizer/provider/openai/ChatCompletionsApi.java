package org.genaisummarizer.provider.openai;

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
 * <a href="https://platform.openai.com/docs/api-reference/chat/create">Create chat completion</a>,
 * streamed.
 */
@Path("/chat/completions")
interface ChatCompletionsApi {

    /**
     * @param authorization OpenAI's, {@code Bearer …}
     * @param apiKey Azure OpenAI's
     */
    @POST
    @Consumes("application/json")
    @Produces("text/event-stream")
    Uni<RestResponse<InputStream>> create(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("api-key") @Nullable String apiKey,
            byte[] body);
}

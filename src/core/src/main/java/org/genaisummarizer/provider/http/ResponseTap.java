package org.genaisummarizer.provider.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

/**
 * Wraps the stream of every response in a {@link ResponseBody} before the REST client looks at its
 * status: an error's body is then read with our limits, off the event loop, like any other.
 */
@Priority(Integer.MAX_VALUE)
public final class ResponseTap implements ClientResponseFilter {

    private static final int OK = 200;

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        RestClientRequestContext call =
                ((ClientRequestContextImpl) request).getRestClientRequestContext();
        response.setEntityStream(
                new ResponseBody(
                        response.getStatus(),
                        response.getHeaders(),
                        response.getEntityStream(),
                        call.getHttpClientRequest()));
        response.setStatus(OK);
        // The client itself goes by this one.
        call.setResponseStatus(OK);
    }
}

package org.genaisummarizer.provider.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;
import org.jboss.resteasy.reactive.client.impl.PreservesThreadClientResponseFilter;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

/**
 * Wraps the stream of every response in a {@link ResponseBody} and hands it to the one who waits
 * for it: an error's body is then read with our limits, off the event loop, like any other. The
 * filter itself blocks nobody, so it stays on that loop: another thread would cost two hand-overs.
 */
@Priority(Integer.MAX_VALUE)
final class ResponseTap implements PreservesThreadClientResponseFilter {

    private static final int OK = 200;

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getEntityStream() == null) {
            // The client runs its filters where no response came, too.
            return;
        }
        RestClientRequestContext call =
                ((ClientRequestContextImpl) request).getRestClientRequestContext();
        ResponseBody body =
                new ResponseBody(
                        response.getStatus(),
                        response.getHeaders(),
                        response.getEntityStream(),
                        call.getHttpClientRequest());
        response.setEntityStream(body);
        response.setStatus(OK);
        if (request.getProperty(PendingResponse.PROPERTY) instanceof PendingResponse pending) {
            pending.arrived(body);
        }
    }
}

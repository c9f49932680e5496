package org.genaisummarizer.provider.http;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Ties a call to the one who waits for its response. */
final class RequestTap implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        request.setProperty(PendingResponse.PROPERTY, PendingResponse.current());
    }
}

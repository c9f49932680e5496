package org.genaisummarizer.azurefunctions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as the worker hands it over: names of headers in lower case. */
record Request(String method, String path, Map<String, String> headers, Optional<byte[]> body)
        implements HttpRequestMessage<Optional<byte[]>> {

    @Override
    public URI getUri() {
        return URI.create("https://summarizer.azurewebsites.net" + path);
    }

    @Override
    public HttpMethod getHttpMethod() {
        return HttpMethod.value(method);
    }

    @Override
    public Map<String, String> getHeaders() {
        return headers;
    }

    @Override
    public Map<String, String> getQueryParameters() {
        throw new UnsupportedOperationException("decoded, and so of no use to us");
    }

    @Override
    public Optional<byte[]> getBody() {
        return body;
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return new Response().status(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new Response().status(status);
    }

    /** Of a response, and the response itself. */
    static final class Response implements HttpResponseMessage.Builder, HttpResponseMessage {

        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private HttpStatusType status = HttpStatus.OK;
        private Object body = new byte[0];

        @Override
        public Response status(HttpStatusType value) {
            status = value;
            return this;
        }

        @Override
        public Response header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        @Override
        public Response body(Object value) {
            body = value;
            return this;
        }

        @Override
        public HttpResponseMessage build() {
            return this;
        }

        @Override
        public HttpStatusType getStatus() {
            return status;
        }

        @Override
        public String getHeader(String name) {
            return headers.get(name);
        }

        @Override
        public Object getBody() {
            return body;
        }

        Map<String, String> headers() {
            return headers;
        }
    }
}

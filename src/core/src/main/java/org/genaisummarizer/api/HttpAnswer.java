package org.genaisummarizer.api;

import java.util.List;
import java.util.Optional;

/** An HTTP response, whoever sends it; its length is for the host to say. */
public record HttpAnswer(int status, List<Header> headers, byte[] body) {

    public HttpAnswer {
        headers = List.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + body.length + " bytes]";
    }
}

package org.genaisummarizer.testing.conformance;

import java.util.HashMap;
import java.util.Map;

/**
 * A request.
 *
 * @param path with its query, as it stands on the wire
 * @param headers names in lower case
 */
public record Call(String method, String path, Map<String, String> headers, String body) {

    public Call {
        headers = Map.copyOf(headers);
    }

    static Call get(String path) {
        return new Call("GET", path, Map.of(), "");
    }

    static Call post(String path, String type, String body) {
        return new Call("POST", path, Map.of("content-type", type), body);
    }

    Call with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body);
    }

    @Override
    public String toString() {
        return method + " " + path + " " + headers;
    }
}

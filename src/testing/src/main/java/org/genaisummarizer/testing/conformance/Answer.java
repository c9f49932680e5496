package org.genaisummarizer.testing.conformance;

import java.util.Map;
import java.util.TreeMap;

/**
 * What came back.
 *
 * @param headers by names in any case, each once
 */
public record Answer(int status, Map<String, String> headers, String body) {

    public Answer {
        Map<String, String> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.putAll(headers);
        headers = inAnyCase;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}

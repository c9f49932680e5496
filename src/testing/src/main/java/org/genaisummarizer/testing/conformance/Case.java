package org.genaisummarizer.testing.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One expectation: of the answer to the last of some calls.
 *
 * @param headers with the values that they begin with
 * @param pieces of the body, in their order
 */
public record Case(
        String name,
        List<Call> calls,
        int status,
        Map<String, String> headers,
        List<String> pieces) {

    public Case {
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("a case must have a call");
        }
        calls = List.copyOf(calls);
        headers = Map.copyOf(headers);
        pieces = List.copyOf(pieces);
    }

    static Case of(String name, int status, Call... calls) {
        return new Case(name, List.of(calls), status, Map.of(), List.of());
    }

    Case header(String field, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(field, value);
        return new Case(name, calls, status, more, pieces);
    }

    Case body(String... expected) {
        List<String> more = new ArrayList<>(pieces);
        more.addAll(List.of(expected));
        return new Case(name, calls, status, headers, more);
    }

    /** A problem of RFC 9457. */
    Case problem(String slug) {
        return header("Content-Type", "application/problem+json")
                .header("Cache-Control", "no-store")
                .body(
                        "\"type\":\"urn:genai-summarizer:problem:" + slug + "\"",
                        "\"status\":" + status);
    }

    /**
     * @throws AssertionError if the host answers otherwise
     */
    public void check(Host host) throws Exception {
        for (Call call : calls.subList(0, calls.size() - 1)) {
            host.send(call);
        }
        Answer answer = host.send(calls.getLast());
        if (answer.status() != status) {
            throw wrong("status " + status, answer);
        }
        headers.forEach(
                (field, value) -> {
                    if (!answer.header(field).startsWith(value)) {
                        throw wrong(field + ": " + value, answer);
                    }
                });
        int from = 0;
        for (String piece : pieces) {
            int at = answer.body().indexOf(piece, from);
            if (at < 0) {
                throw wrong(piece + " in its body", answer);
            }
            from = at + piece.length();
        }
    }

    private AssertionError wrong(String expected, Answer answer) {
        return new AssertionError(
                "%s: %s must be answered with %s, but was with %d %s %s"
                        .formatted(
                                name,
                                calls.getLast(),
                                expected,
                                answer.status(),
                                answer.headers(),
                                answer.body()));
    }

    @Override
    public String toString() {
        return name;
    }
}

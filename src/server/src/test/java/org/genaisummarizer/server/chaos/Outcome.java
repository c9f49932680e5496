package org.genaisummarizer.server.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What a caller got, streamed or not.
 *
 * @param status of the answer, or of the problem that a stream ended with
 * @param json the summary or the problem
 * @param headers of the answer, names in lower case
 * @param events of a stream, in their order
 */
record Outcome(
        int status,
        JsonNode json,
        Map<String, List<String>> headers,
        List<Event> events,
        long millis) {

    String text() {
        return json.path("summary").asText();
    }

    String provider() {
        return json.path("provider").asText();
    }

    /** The slug of the problem. */
    String problem() {
        String type = json.path("type").asText();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    List<String> attempts() {
        return StreamSupport.stream(json.path("attempts").spliterator(), false)
                .map(attempt -> attempt.path("outcome").asText())
                .toList();
    }

    List<Event> named(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }
}

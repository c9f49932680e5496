package org.genaisummarizer.server.chaos;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event that a caller got.
 *
 * @param atMillis after the request was sent
 */
record Event(String name, JsonNode data, long atMillis) {

    boolean isTerminal() {
        return name.equals("completed") || name.equals("failed");
    }
}

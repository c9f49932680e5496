package org.genaisummarizer.lambda.runtime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the runtime API answered.
 *
 * @param fields by name in lower case
 */
record RuntimeResponse(int status, Map<String, String> fields, byte[] body) {

    RuntimeResponse {
        fields = Map.copyOf(fields);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether another request may follow on the same connection. */
    boolean keepsAlive() {
        boolean bounded =
                fields.containsKey("content-length") || fields.containsKey("transfer-encoding");
        return bounded && !field("Connection").orElse("").equalsIgnoreCase("close");
    }

    @Override
    public String toString() {
        return "RuntimeResponse[" + status + ", " + body.length + " bytes]";
    }
}

package org.genaisummarizer.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request, whoever received it.
 *
 * @param path absolute and still percent-encoded, without stage, base path or query
 * @param query after the {@code ?}, still percent-encoded; empty if there is none
 */
public record HttpCall(String method, String path, String query, Fields fields, byte[] body) {

    @Override
    public String toString() {
        return "HttpCall[" + method + ", " + body.length + " bytes]";
    }

    /** Header fields; names in any case. */
    public static final class Fields {

        private final Map<String, List<String>> values = new TreeMap<>();

        public Fields add(String name, String value) {
            values.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
                    .add(value);
            return this;
        }

        /** The first value. */
        public Optional<String> first(String name) {
            List<String> all = values.get(name.toLowerCase(Locale.ROOT));
            return all == null ? Optional.empty() : Optional.of(all.getFirst());
        }

        /** All values as one list, as RFC 9110, section 5.3, joins them. */
        public Optional<String> joined(String name) {
            List<String> all = values.get(name.toLowerCase(Locale.ROOT));
            return all == null ? Optional.empty() : Optional.of(String.join(", ", all));
        }
    }
}

package org.genaisummarizer.api;

import java.util.Locale;
import java.util.Optional;

/** Chooses between the forms of an answer by the Accept field (RFC 9110, section 12.5.1). */
final class Accept {

    /** The form of an answer. */
    enum Form {
        JSON("application/json"),
        EVENT_STREAM("text/event-stream");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    private Accept() {}

    /** JSON where both are as welcome; nothing if neither is. */
    static Optional<Form> form(Optional<String> accept) {
        if (accept.isEmpty() || accept.get().isBlank()) {
            return Optional.of(Form.JSON);
        }
        double json = quality(accept.get(), Form.JSON);
        double stream = quality(accept.get(), Form.EVENT_STREAM);
        if (json <= 0 && stream <= 0) {
            return Optional.empty();
        }
        return Optional.of(stream > json ? Form.EVENT_STREAM : Form.JSON);
    }

    /** The weight that the most specific range gives. */
    private static double quality(String accept, Form form) {
        int best = -1;
        double quality = 0;
        for (String range : accept.split(",", -1)) {
            String[] parts = range.split(";", -1);
            int match = match(parts[0].strip().toLowerCase(Locale.ROOT), form.mediaType);
            if (match > best) {
                best = match;
                quality = weight(parts);
            }
        }
        return best < 0 ? 0 : quality;
    }

    private static int match(String range, String mediaType) {
        if (range.equals(mediaType)) {
            return 2;
        }
        if (range.equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*")) {
            return 1;
        }
        return range.equals("*/*") ? 0 : -1;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.matches("q=[01](\\.[0-9]{0,3})?")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}

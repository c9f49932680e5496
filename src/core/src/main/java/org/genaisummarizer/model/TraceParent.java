package org.genaisummarizer.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The span of a caller's trace that a request belongs under.
 *
 * @param traceId 32 hexadecimal digits in lower case, not all 0
 * @param spanId 16 of them
 * @param sampled whether the caller records the trace
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {

    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    /** Later versions may have more fields behind these. */
    private static final Pattern W3C =
            Pattern.compile(
                    "(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final Pattern ROOT = Pattern.compile("1-([0-9a-f]{8})-([0-9a-f]{24})");

    private static final int SAMPLED = 1;

    public TraceParent {
        if (!TRACE_ID.matcher(traceId).matches() || !SPAN_ID.matcher(spanId).matches()) {
            throw new IllegalArgumentException(
                    "traceId and spanId must be 32 and 16 hexadecimal digits, not all 0");
        }
    }

    /** Of the field {@code traceparent} of W3C's Trace Context; nothing if it is none. */
    public static Optional<TraceParent> ofW3c(String field) {
        Matcher parts = W3C.matcher(field.strip());
        boolean known = parts.matches() && (parts.group(5) == null || !parts.group(1).equals("00"));
        return known
                ? of(
                        parts.group(2),
                        parts.group(3),
                        (Integer.parseInt(parts.group(4), 16) & SAMPLED) != 0)
                : Optional.empty();
    }

    /**
     * Of X-Ray's field, {@code Root=1-5759e988-bd862e3fe1be46a994272793;Parent=…;Sampled=1};
     * nothing if it is none, or names no parent, as one that the caller's first hop made.
     */
    public static Optional<TraceParent> ofXRay(String field) {
        String root = "";
        String parent = "";
        boolean sampled = false;
        for (String pair : field.split(";", -1)) {
            String value = pair.substring(pair.indexOf('=') + 1).strip();
            switch (pair.strip().split("=", 2)[0]) {
                case "Root" -> root = value;
                case "Parent" -> parent = value;
                case "Sampled" -> sampled = value.equals("1");
                default -> {}
            }
        }
        Matcher id = ROOT.matcher(root);
        return id.matches() ? of(id.group(1) + id.group(2), parent, sampled) : Optional.empty();
    }

    private static Optional<TraceParent> of(String traceId, String spanId, boolean sampled) {
        return TRACE_ID.matcher(traceId).matches() && SPAN_ID.matcher(spanId).matches()
                ? Optional.of(new TraceParent(traceId, spanId, sampled))
                : Optional.empty();
    }
}

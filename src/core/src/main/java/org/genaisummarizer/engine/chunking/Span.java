package org.genaisummarizer.engine.chunking;

/**
 * A stretch of a text, so that its pieces need not be copied before they are used.
 *
 * @param from index of its first UTF-16 unit
 * @param to index behind its last
 */
public record Span(int from, int to) {

    public Span {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a span must have 0 <= from < to");
        }
    }

    public static Span all(String text) {
        return new Span(0, text.length());
    }

    public String of(String text) {
        return text.substring(from, to);
    }
}

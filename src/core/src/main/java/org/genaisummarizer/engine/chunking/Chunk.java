package org.genaisummarizer.engine.chunking;

/**
 * A stretch of a text, so that pieces of it need not be copied before they are used.
 *
 * @param from index of its first UTF-16 unit
 * @param to index behind its last
 * @param tokens that it has at most, by our count
 */
public record Chunk(int from, int to, int tokens) {

    public Chunk {
        if (from < 0 || to <= from || tokens < 0) {
            throw new IllegalArgumentException("a chunk must have 0 <= from < to and tokens >= 0");
        }
    }

    /** All of a text that nobody has counted yet. */
    public static Chunk all(String text) {
        return new Chunk(0, text.length(), Integer.MAX_VALUE);
    }

    public String of(String text) {
        return text.substring(from, to);
    }
}

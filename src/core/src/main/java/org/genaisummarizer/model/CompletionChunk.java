package org.genaisummarizer.model;

/** A piece of a completion's stream. */
public sealed interface CompletionChunk {

    /** Text as it came. */
    record Text(String delta) implements CompletionChunk {
        @Override
        public String toString() {
            return "Text[" + delta.length() + " chars]";
        }
    }

    /**
     * What the provider says it has counted so far; a call that fails later has been paid for up to
     * here.
     */
    record Counted(Usage usage) implements CompletionChunk {}
}

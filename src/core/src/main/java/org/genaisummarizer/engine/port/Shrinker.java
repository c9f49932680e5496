package org.genaisummarizer.engine.port;

import java.util.Optional;

/** Shortens a document without asking a model, so that it costs nothing. */
@FunctionalInterface
public interface Shrinker {

    /** Shortens nothing. */
    Shrinker NONE = (text, mostTokens, tokens, focus) -> Optional.empty();

    /**
     * @param mostTokens of what is left, by this counter
     * @param focus a question or topic that what is left should bear on
     * @return nothing if the text cannot be shortened so far
     */
    Optional<Shrunk> shrink(
            String text, int mostTokens, TokenCounter tokens, Optional<String> focus);

    /**
     * What is left of a document.
     *
     * @param pieces that it had
     * @param kept pieces that are left
     */
    record Shrunk(String text, int pieces, int kept) {

        public Shrunk {
            if (kept < 1 || pieces < kept) {
                throw new IllegalArgumentException("kept must be between 1 and pieces");
            }
        }
    }
}

package org.genaisummarizer.engine.planning;

import java.util.List;
import org.genaisummarizer.engine.chunking.Chunk;
import org.genaisummarizer.model.SummaryOptions;

/**
 * What is still to be done for a long document.
 *
 * @param open stretches of the text that are not summarized yet
 * @param summaries parts that are
 * @param summaryTokens of their summaries together
 */
public record Remainder(
        String text,
        List<Chunk> open,
        int summaries,
        long summaryTokens,
        SummaryOptions options,
        String language) {

    public Remainder {
        open = List.copyOf(open);
    }

    /** All of a document. */
    public static Remainder all(String text, SummaryOptions options, String language) {
        return new Remainder(text, List.of(Chunk.all(text)), 0, 0, options, language);
    }
}

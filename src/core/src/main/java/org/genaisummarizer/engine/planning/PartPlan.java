package org.genaisummarizer.engine.planning;

import java.util.List;
import org.genaisummarizer.engine.chunking.Chunk;
import org.genaisummarizer.model.Usage;

/**
 * How a target is to summarize what remains of a document.
 *
 * @param chunks for each open stretch, the pieces that it is cut into
 * @param partWords of the summary of a piece
 * @param calls in all
 * @param atMost what all of them can use, by our count
 */
public record PartPlan(List<List<Chunk>> chunks, int partWords, int calls, Usage atMost) {

    public PartPlan {
        chunks = List.copyOf(chunks);
    }

    public int chunkCount() {
        return chunks.stream().mapToInt(List::size).sum();
    }
}

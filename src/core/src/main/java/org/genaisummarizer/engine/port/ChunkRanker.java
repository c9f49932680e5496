package org.genaisummarizer.engine.port;

import java.util.List;

/** Tells which pieces of a document bear on a question or topic, by their words or otherwise. */
@FunctionalInterface
public interface ChunkRanker {

    /** Finds that nothing bears on anything. */
    ChunkRanker NONE = (chunks, focus) -> new float[chunks.size()];

    /**
     * @return a score for each chunk: 0 where it does not bear on the focus at all, else the more
     *     it does the higher
     */
    float[] scores(List<String> chunks, String focus);
}

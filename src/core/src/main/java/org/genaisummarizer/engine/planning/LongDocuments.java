package org.genaisummarizer.engine.planning;

import org.genaisummarizer.engine.port.ChunkRanker;
import org.genaisummarizer.engine.port.Shrinker;

/**
 * What is done with documents that do not fit a model.
 *
 * @param parallel calls at once for one document
 * @param partial whether a summary may leave out parts that could not be summarized
 * @param shrinker for {@link Way#EXTRACT}
 * @param ranker for requests with a focus
 */
public record LongDocuments(
        Way way, int parallel, boolean partial, Shrinker shrinker, ChunkRanker ranker) {

    public static final int DEFAULT_PARALLEL = 8;

    public static final LongDocuments DEFAULT =
            new LongDocuments(
                    Way.MAP_REDUCE, DEFAULT_PARALLEL, false, Shrinker.NONE, ChunkRanker.NONE);

    /** How a long document is made to fit. */
    public enum Way {
        /** Each part is summarized, and the summaries are made one. */
        MAP_REDUCE,
        /** Its beginning and its end are summarized. */
        TRUNCATE,
        /** The sentences that stand for it are summarized. */
        EXTRACT
    }

    public LongDocuments {
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be >= 1");
        }
    }
}

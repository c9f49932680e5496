package org.genaisummarizer.model;

/**
 * Which part of the document the summary stands for.
 *
 * @param chunks pieces that the document was cut into
 * @param summarized pieces that went into the summary
 * @param failed pieces that were tried and lost
 * @param complete whether the summary stands for the whole document
 */
public record Coverage(int chunks, int summarized, int failed, boolean complete) {

    public static final Coverage WHOLE = new Coverage(1, 1, 0, true);

    public Coverage {
        if (chunks < 1 || summarized < 0 || failed < 0 || summarized + failed > chunks) {
            throw new IllegalArgumentException(
                    "summarized and failed chunks must be part of the chunks");
        }
        if (complete && summarized != chunks) {
            throw new IllegalArgumentException(
                    "complete coverage must have every chunk summarized");
        }
    }
}

package org.genaisummarizer.provider.extractive;

import java.util.Arrays;
import java.util.List;
import org.genaisummarizer.engine.port.ChunkRanker;
import org.genaisummarizer.language.LanguageDetector;

/**
 * Ranks pieces of a document by the words that they share with a question or topic: BM25 (Robertson
 * and Zaragoza 2009) over stems, with a share of the better neighbour's score, because an answer
 * often stands beside the words that were asked for.
 */
public final class LexicalRanker implements ChunkRanker {

    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;
    private static final float BESIDE = 0.3f;
    private static final int SAMPLE_CHUNKS = 20;

    @Override
    public float[] scores(List<String> chunks, String focus) {
        Terms terms = new Terms(language(chunks));
        int wanted = distinct(terms.of(focus));
        int[][] found = new int[chunks.size()][wanted];
        int[] lengths = new int[chunks.size()];
        int[] holders = new int[wanted];
        long total = 0;
        for (int i = 0; i < lengths.length; i++) {
            for (int term : terms.of(chunks.get(i))) {
                lengths[i]++;
                if (term < wanted && found[i][term]++ == 0) {
                    holders[term]++;
                }
            }
            total += lengths[i];
        }
        double average = Math.max(1, (double) total / Math.max(1, lengths.length));
        float[] scores = new float[lengths.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(found[i], lengths[i] / average, holders, scores.length);
        }
        return withNeighbours(scores);
    }

    private static String language(List<String> chunks) {
        return LanguageDetector.detect(
                String.join("\n", chunks.subList(0, Math.min(SAMPLE_CHUNKS, chunks.size()))));
    }

    /** The focus comes first, so that its terms have the first numbers. */
    private static int distinct(int[] terms) {
        return Arrays.stream(terms).max().orElse(-1) + 1;
    }

    private static float score(int[] found, double length, int[] holders, int chunks) {
        double score = 0;
        for (int term = 0; term < found.length; term++) {
            if (found[term] > 0) {
                double rarity =
                        StrictMath.log(1 + (chunks - holders[term] + 0.5) / (holders[term] + 0.5));
                double norm = SATURATION * (1 - LENGTH + LENGTH * length);
                score += rarity * found[term] * (SATURATION + 1) / (found[term] + norm);
            }
        }
        return (float) score;
    }

    private static float[] withNeighbours(float[] scores) {
        float[] both = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            float before = i > 0 ? scores[i - 1] : 0;
            float after = i + 1 < scores.length ? scores[i + 1] : 0;
            both[i] = scores[i] + BESIDE * Math.max(before, after);
        }
        return both;
    }
}

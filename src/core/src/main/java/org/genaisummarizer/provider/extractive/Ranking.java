package org.genaisummarizer.provider.extractive;

import java.util.List;
import org.genaisummarizer.provider.extractive.Sentence.Kind;

/**
 * Says how much each sentence stands for the document: how much it has in common with what follows
 * it and, less, with what came before it (the directed centrality of PacSum, Zheng and Lapata
 * 2019), and how near it is to the document's borders, where writers say what matters (HipoRank,
 * Dong et al. 2021). Sums of vectors stand for the sums over pairs, so that the time grows with the
 * words alone.
 */
final class Ranking {

    private static final float FOLLOWING = 1;
    private static final float PRECEDING = 0.5f;
    private static final float POSITION = 0.2f;
    private static final double DECAY = 0.7;

    /**
     * Between a sum over a sentence's terms and their mean: a longer sentence says more, but not in
     * proportion.
     */
    private static final double FULLNESS = 0.65;

    /** A sentence of fewer terms than this says little, whatever it has in common with others. */
    private static final float FULL_TERMS = 5;

    private static final float[] KINDS = new float[Kind.values().length];

    static {
        KINDS[Kind.PROSE.ordinal()] = 1;
        KINDS[Kind.ITEM.ordinal()] = 1;
        KINDS[Kind.TABLE.ordinal()] = 0.4f;
        KINDS[Kind.HEADING.ordinal()] = 0.3f;
    }

    private Ranking() {}

    /** One score a sentence, 0 or more. */
    static float[] of(List<Sentence> sentences, Vectors vectors) {
        int size = sentences.size();
        float[] scores = centrality(vectors);
        scale(scores);
        for (int i = 0; i < size; i++) {
            float score = scores[i] + POSITION * position(i);
            float fullness = Math.min(1, vectors.terms(i) / FULL_TERMS);
            scores[i] = score * fullness * KINDS[sentences.get(i).kind().ordinal()];
        }
        return scores;
    }

    private static float[] centrality(Vectors vectors) {
        int size = vectors.size();
        float[] following = new float[vectors.termCount()];
        for (int i = 0; i < size; i++) {
            vectors.addTo(following, i, 1);
        }
        float[] preceding = new float[vectors.termCount()];
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            vectors.addTo(following, i, -1);
            float common =
                    FOLLOWING * vectors.dot(following, i) + PRECEDING * vectors.dot(preceding, i);
            scores[i] = (float) (Math.max(0, common) * StrictMath.pow(vectors.terms(i), FULLNESS));
            vectors.addTo(preceding, i, 1);
        }
        return scores;
    }

    private static void scale(float[] scores) {
        float most = 0;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        for (int i = 0; most > 0 && i < scores.length; i++) {
            scores[i] /= most;
        }
    }

    /**
     * 1 at the beginning, falling from there: writers begin with what matters, speakers less so.
     */
    private static float position(int i) {
        return (float) StrictMath.pow(1 + i, -DECAY);
    }
}

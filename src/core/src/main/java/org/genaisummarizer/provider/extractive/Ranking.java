package org.genaisummarizer.provider.extractive;

import java.util.List;
import org.genaisummarizer.provider.extractive.Sentence.Kind;

/**
 * Says how much each sentence stands for the document: how much it has in common with what follows
 * it and, less, with what came before it (the directed centrality of PacSum, Zheng and Lapata
 * 2019); how often its words come up on the whole (SumBasic, Nenkova and Vanderwende 2005); how
 * near it is to the document's borders, where writers say what matters (HipoRank, Dong et al.
 * 2021); and whether it says that it matters. Sums of vectors stand for the sums over pairs, so
 * that the time grows with the words alone.
 */
final class Ranking {

    private static final float FOLLOWING = 1;
    private static final float PRECEDING = 0.9f;
    private static final float FREQUENCY = 0.65f;
    private static final float BEGINNING = 0.8f;
    private static final float END = 0.35f;
    private static final double DECAY = 0.1;
    private static final float CUE = 1.2f;

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
    static float[] of(List<Sentence> sentences, Vectors vectors, Cues cues) {
        int size = sentences.size();
        float[] central = scaled(centrality(vectors));
        float[] frequent = scaled(frequency(vectors));
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            float score =
                    central[i]
                            + FREQUENCY * frequent[i]
                            + BEGINNING * nearness(i)
                            + END * nearness(size - 1 - i);
            float fullness = Math.min(1, vectors.terms(i) / FULL_TERMS);
            float cue = cues.in(sentences.get(i).text()) ? CUE : 1;
            scores[i] = score * fullness * cue * KINDS[sentences.get(i).kind().ordinal()];
        }
        return scores;
    }

    private static float[] frequency(Vectors vectors) {
        float[] frequency = new float[vectors.size()];
        for (int i = 0; i < frequency.length; i++) {
            frequency[i] = vectors.frequency(i);
        }
        return frequency;
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
            // A sum over its terms and not their mean: a longer sentence says more.
            scores[i] = Math.max(0, common) * vectors.terms(i);
            vectors.addTo(preceding, i, 1);
        }
        return scores;
    }

    private static float[] scaled(float[] scores) {
        float most = 0;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        for (int i = 0; most > 0 && i < scores.length; i++) {
            scores[i] /= most;
        }
        return scores;
    }

    /** 1 at the border itself, and falling slowly from there. */
    private static float nearness(int distance) {
        return (float) StrictMath.pow(1 + distance, -DECAY);
    }
}

package org.genaisummarizer.provider.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the built-in summarizer is measured against, on the same sentences and at the same length.
 */
final class Baselines {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 50;
    private static final double LEXRANK_THRESHOLD = 0.1;

    private Baselines() {}

    /** The first sentences. */
    static String lead(List<Sentence> sentences, Vectors vectors, int words) {
        float[] scores = new float[sentences.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 1f / (1 + i);
        }
        return picked(sentences, vectors, scores, words);
    }

    /** Undirected PageRank over the cosines (Mihalcea and Tarau 2004). */
    static String textRank(List<Sentence> sentences, Vectors vectors, int words) {
        return ranked(sentences, vectors, pageRank(similarities(vectors, 0)), words);
    }

    /** Undirected PageRank over the graph of cosines above a threshold (Erkan and Radev 2004). */
    static String lexRank(List<Sentence> sentences, Vectors vectors, int words) {
        return ranked(
                sentences, vectors, pageRank(similarities(vectors, LEXRANK_THRESHOLD)), words);
    }

    /**
     * The sentences that, one after the other, raise ROUGE most: as good as picking can get,
     * nearly.
     */
    static String oracle(List<Sentence> sentences, List<String> references, int words) {
        List<Integer> chosen = new ArrayList<>();
        double best = 0;
        while (true) {
            int next = -1;
            for (int i = 0; i < sentences.size(); i++) {
                if (!chosen.contains(i)) {
                    List<Integer> tried = new ArrayList<>(chosen);
                    tried.add(i);
                    boolean fits =
                            chosen.isEmpty()
                                    || wordsOf(sentences, tried) <= Selection.MOST_OVER * words;
                    double score = fits ? Rouge.of(join(sentences, tried), references).mean() : 0;
                    if (score > best) {
                        best = score;
                        next = i;
                    }
                }
            }
            if (next < 0) {
                return join(sentences, chosen);
            }
            chosen.add(next);
        }
    }

    private static double[][] similarities(Vectors vectors, double threshold) {
        int size = vectors.size();
        double[][] weights = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double similarity = vectors.similarity(i, j);
                double weight = threshold == 0 ? similarity : similarity > threshold ? 1 : 0;
                weights[i][j] = weight;
                weights[j][i] = weight;
            }
        }
        return weights;
    }

    private static double[] pageRank(double[][] weights) {
        int size = weights.length;
        double[] sums = new double[size];
        for (int i = 0; i < size; i++) {
            sums[i] = Arrays.stream(weights[i]).sum();
        }
        double[] ranks = new double[size];
        Arrays.fill(ranks, 1.0 / size);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[size];
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += weights[j][i] > 0 ? weights[j][i] / sums[j] * ranks[j] : 0;
                }
                next[i] = (1 - DAMPING) / size + DAMPING * sum;
            }
            ranks = next;
        }
        return ranks;
    }

    private static String ranked(
            List<Sentence> sentences, Vectors vectors, double[] ranks, int words) {
        float[] scores = new float[ranks.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) ranks[i];
        }
        return picked(sentences, vectors, scores, words);
    }

    /** Every system picks by the same rule, so that none wins by its length. */
    private static String picked(
            List<Sentence> sentences, Vectors vectors, float[] scores, int words) {
        return sentences.isEmpty()
                ? ""
                : join(sentences, Selection.of(sentences, vectors, scores, words));
    }

    private static int wordsOf(List<Sentence> sentences, List<Integer> chosen) {
        return chosen.stream().mapToInt(i -> sentences.get(i).words()).sum();
    }

    private static String join(List<Sentence> sentences, List<Integer> chosen) {
        return String.join(" ", chosen.stream().map(i -> sentences.get(i).text()).toList());
    }
}

package org.genaisummarizer.provider.extractive;

import java.util.Arrays;
import java.util.List;

/**
 * The sentences of a document as vectors of TF-IDF weights of length 1, stored one behind the
 * other.
 */
final class Vectors {

    /** The mean over fewer terms would make much of one word alone. */
    private static final int LEAST_TERMS = 3;

    private final int[] starts;
    private final int[] terms;
    private final float[] weights;
    private final float[] frequencies;
    private final int termCount;

    private Vectors(
            int[] starts, int[] terms, float[] weights, float[] frequencies, int termCount) {
        this.starts = starts;
        this.terms = terms;
        this.weights = weights;
        this.frequencies = frequencies;
        this.termCount = termCount;
    }

    static Vectors of(List<Sentence> sentences, Terms numbering) {
        int[][] counted = new int[sentences.size()][];
        int total = 0;
        for (int i = 0; i < counted.length; i++) {
            counted[i] = numbering.of(sentences.get(i).text());
            Arrays.sort(counted[i]);
            total += counted[i].length;
        }
        int[] inSentences = sentencesByTerm(counted, numbering.size());
        int[] starts = new int[counted.length + 1];
        int[] terms = new int[total];
        float[] weights = new float[total];
        float[] frequencies = new float[counted.length];
        int next = 0;
        for (int i = 0; i < counted.length; i++) {
            int begin = next;
            for (int j = 0; j < counted[i].length; ) {
                int term = counted[i][j];
                int times = 1;
                while (j + times < counted[i].length && counted[i][j + times] == term) {
                    times++;
                }
                terms[next] = term;
                weights[next++] = weight(times, inSentences[term], counted.length);
                frequencies[i] += inSentences[term];
                j += times;
            }
            normalize(weights, begin, next);
            frequencies[i] /= Math.max(LEAST_TERMS, next - begin);
            starts[i + 1] = next;
        }
        return new Vectors(
                starts,
                Arrays.copyOf(terms, next),
                Arrays.copyOf(weights, next),
                frequencies,
                numbering.size());
    }

    private static int[] sentencesByTerm(int[][] counted, int termCount) {
        int[] inSentences = new int[termCount];
        for (int[] sorted : counted) {
            for (int j = 0; j < sorted.length; j++) {
                if (j == 0 || sorted[j] != sorted[j - 1]) {
                    inSentences[sorted[j]]++;
                }
            }
        }
        return inSentences;
    }

    private static float weight(int times, int sentencesWithTerm, int sentences) {
        double frequency = 1 + StrictMath.log(times);
        return (float) (frequency * StrictMath.log(1 + (double) sentences / sentencesWithTerm));
    }

    private static void normalize(float[] weights, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (double) weights[i] * weights[i];
        }
        if (squares > 0) {
            float length = (float) StrictMath.sqrt(squares);
            for (int i = from; i < to; i++) {
                weights[i] /= length;
            }
        }
    }

    int size() {
        return starts.length - 1;
    }

    int termCount() {
        return termCount;
    }

    /** Different terms of a sentence. */
    int terms(int sentence) {
        return starts[sentence + 1] - starts[sentence];
    }

    /** In how many sentences a term of this sentence is, on average. */
    float frequency(int sentence) {
        return frequencies[sentence];
    }

    /** Adds a sentence, so many times, to a sum over all terms. */
    void addTo(float[] sum, int sentence, float times) {
        for (int i = starts[sentence]; i < starts[sentence + 1]; i++) {
            sum[terms[i]] += times * weights[i];
        }
    }

    /** The product of a sentence with a sum. */
    float dot(float[] sum, int sentence) {
        float product = 0;
        for (int i = starts[sentence]; i < starts[sentence + 1]; i++) {
            product += sum[terms[i]] * weights[i];
        }
        return product;
    }

    /** The cosine of two sentences. */
    float similarity(int a, int b) {
        float product = 0;
        int i = starts[a];
        int j = starts[b];
        while (i < starts[a + 1] && j < starts[b + 1]) {
            if (terms[i] == terms[j]) {
                product += weights[i++] * weights[j++];
            } else if (terms[i] < terms[j]) {
                i++;
            } else {
                j++;
            }
        }
        return product;
    }
}

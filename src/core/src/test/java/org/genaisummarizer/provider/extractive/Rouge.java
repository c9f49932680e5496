package org.genaisummarizer.provider.extractive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ROUGE F1 (Lin 2004) of a summary against references: lower-cased, Porter-stemmed, the mean over
 * the references.
 *
 * @param one shared words
 * @param two shared pairs of words
 * @param longest the longest common subsequence of words
 */
record Rouge(double one, double two, double longest) {

    static final Rouge NONE = new Rouge(0, 0, 0);

    static Rouge of(String summary, List<String> references) {
        Rouge sum = NONE;
        List<String> words = words(summary);
        for (String reference : references) {
            List<String> expected = words(reference);
            sum =
                    sum.plus(
                            new Rouge(
                                    grams(words, expected, 1),
                                    grams(words, expected, 2),
                                    subsequence(words, expected)));
        }
        return sum.over(references.size());
    }

    Rouge plus(Rouge other) {
        return new Rouge(one + other.one, two + other.two, longest + other.longest);
    }

    Rouge over(double count) {
        return new Rouge(one / count, two / count, longest / count);
    }

    double mean() {
        return (one + two + longest) / 3;
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")) {
            if (!word.isEmpty()) {
                words.add(PorterStemmer.stem(word));
            }
        }
        return words;
    }

    private static double grams(List<String> a, List<String> b, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= b.size(); i++) {
            counts.merge(b.subList(i, i + n), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + n <= a.size(); i++) {
            int left = counts.getOrDefault(a.subList(i, i + n), 0);
            if (left > 0) {
                shared++;
                counts.put(a.subList(i, i + n), left - 1);
            }
        }
        return f1(shared, a.size() - n + 1, b.size() - n + 1);
    }

    private static double subsequence(List<String> a, List<String> b) {
        int[] row = new int[b.size() + 1];
        for (String word : a) {
            int diagonal = 0;
            for (int j = 1; j <= b.size(); j++) {
                int above = row[j];
                row[j] = word.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return f1(row[b.size()], a.size(), b.size());
    }

    private static double f1(int shared, int found, int expected) {
        if (shared == 0 || found <= 0 || expected <= 0) {
            return 0;
        }
        double precision = (double) shared / found;
        double recall = (double) shared / expected;
        return 2 * precision * recall / (precision + recall);
    }
}

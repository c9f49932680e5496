package org.genaisummarizer.provider.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.genaisummarizer.provider.extractive.Sentence.Kind;

/**
 * Chooses sentences: the best first, each worth less the more of it has been said already (maximal
 * marginal relevance, Carbonell and Goldstein 1998), as many as the words allow. Worth only falls
 * as sentences are chosen, so that a stale one need be looked at again only when it comes up.
 */
final class Selection {

    /**
     * Where no choice of whole sentences comes near the words asked for from below, this much more
     * is nearer.
     */
    static final double MOST_OVER = 1.2;

    private static final double LEAST_FILLED = 0.8;
    private static final float REDUNDANCY = 0.85f;

    private final List<Sentence> sentences;
    private final Vectors vectors;
    private final float[] scores;
    private final int mostWords;
    private final List<Integer> chosen = new ArrayList<>();
    private int words;

    private record Candidate(int sentence, float worth, int seenChosen)
            implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byWorth = Float.compare(other.worth, worth);
            return byWorth != 0 ? byWorth : Integer.compare(sentence, other.sentence);
        }
    }

    private Selection(List<Sentence> sentences, Vectors vectors, float[] scores, int mostWords) {
        this.sentences = sentences;
        this.vectors = vectors;
        this.scores = scores;
        this.mostWords = mostWords;
    }

    /** The numbers of the sentences chosen, in the document's order; at least one. */
    static List<Integer> of(List<Sentence> sentences, Vectors vectors, float[] scores, int words) {
        Selection selection = new Selection(sentences, vectors, scores, words);
        selection.choose();
        if (selection.words < LEAST_FILLED * words) {
            Selection wider = new Selection(sentences, vectors, scores, (int) (MOST_OVER * words));
            wider.choose();
            if (wider.words > selection.words) {
                return wider.inOrder();
            }
        }
        return selection.inOrder();
    }

    private List<Integer> inOrder() {
        return chosen.isEmpty() ? List.of(shortest()) : chosen.stream().sorted().toList();
    }

    private void choose() {
        float[] redundancy = new float[sentences.size()];
        int[] seen = new int[sentences.size()];
        PriorityQueue<Candidate> queue = candidates();
        while (!queue.isEmpty() && words < mostWords) {
            Candidate best = queue.poll();
            int sentence = best.sentence();
            if (words + sentences.get(sentence).words() > mostWords) {
                continue;
            }
            if (best.seenChosen() == chosen.size()) {
                chosen.add(sentence);
                words += sentences.get(sentence).words();
                continue;
            }
            for (; seen[sentence] < chosen.size(); seen[sentence]++) {
                float likeness = vectors.similarity(sentence, chosen.get(seen[sentence]));
                redundancy[sentence] = Math.max(redundancy[sentence], likeness);
            }
            queue.add(
                    new Candidate(
                            sentence,
                            scores[sentence] * (1 - REDUNDANCY * redundancy[sentence]),
                            chosen.size()));
        }
    }

    private PriorityQueue<Candidate> candidates() {
        PriorityQueue<Candidate> queue = new PriorityQueue<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (sentence.words() <= mostWords
                    && sentence.words() > 0
                    && sentence.kind() != Kind.HEADING) {
                queue.add(new Candidate(i, scores[i], 0));
            }
        }
        return queue;
    }

    /** Where every sentence is too long, the shortest is the nearest to what was asked for. */
    private int shortest() {
        int shortest = 0;
        for (int i = 1; i < sentences.size(); i++) {
            if (sentences.get(i).words() < sentences.get(shortest).words()) {
                shortest = i;
            }
        }
        return shortest;
    }
}

package org.genaisummarizer.provider.extractive;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genaisummarizer.engine.port.Shrinker;
import org.genaisummarizer.engine.port.TokenCounter;

/**
 * Shortens a document to the sentences that stand for it, in its order and its words, a block a
 * line. Unlike a summary it may say a thing twice: who reads it is a model, not a person.
 */
public final class ExtractiveShrinker implements Shrinker {

    private static final int LONGEST_NAME = 40;

    @Override
    public Optional<Shrunk> shrink(
            String text, int mostTokens, TokenCounter tokens, Optional<String> focus) {
        return RankedText.of(text, focus).flatMap(ranked -> shrunk(ranked, mostTokens, tokens));
    }

    private static Optional<Shrunk> shrunk(RankedText ranked, int mostTokens, TokenCounter tokens) {
        List<Sentence> sentences = ranked.sentences();
        boolean[] chosen = new boolean[sentences.size()];
        int kept = choose(sentences, ranked.scores(), mostTokens, tokens, chosen);
        return kept == 0
                ? Optional.empty()
                : Optional.of(new Shrunk(inOrder(sentences, chosen), sentences.size(), kept));
    }

    private static int choose(
            List<Sentence> sentences,
            float[] scores,
            int mostTokens,
            TokenCounter tokens,
            boolean[] chosen) {
        int[] best =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparing((Integer i) -> -scores[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long left = mostTokens;
        int kept = 0;
        for (int i : best) {
            int cost =
                    tokens.count(speaker(sentences, i)) + tokens.count(sentences.get(i).text()) + 1;
            if (cost <= left && scores[i] > 0) {
                chosen[i] = true;
                left -= cost;
                kept++;
            }
        }
        return kept;
    }

    /** Who says a sentence that is not the first of its turn, as {@code "Name: "}; else nothing. */
    private static String speaker(List<Sentence> sentences, int i) {
        int first = i;
        while (first > 0 && sentences.get(first - 1).block() == sentences.get(i).block()) {
            first--;
        }
        if (first == i) {
            return "";
        }
        String turn = sentences.get(first).text();
        int colon = turn.indexOf(": ");
        boolean named = colon > 0 && colon <= LONGEST_NAME && Character.isUpperCase(turn.charAt(0));
        return named ? turn.substring(0, colon + 2) : "";
    }

    private static String inOrder(List<Sentence> sentences, boolean[] chosen) {
        StringBuilder text = new StringBuilder();
        int block = -1;
        for (int i = 0; i < chosen.length; i++) {
            if (!chosen[i]) {
                continue;
            }
            boolean begins = sentences.get(i).block() != block;
            if (!text.isEmpty()) {
                text.append(begins ? '\n' : ' ');
            }
            text.append(begins ? speaker(sentences, i) : "").append(sentences.get(i).text());
            block = sentences.get(i).block();
        }
        return text.toString();
    }
}

package org.genaisummarizer.engine.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.genaisummarizer.engine.chunking.Chunk;
import org.genaisummarizer.engine.chunking.Chunker;
import org.genaisummarizer.engine.port.ChunkRanker;
import org.genaisummarizer.engine.port.TokenCounter;

/**
 * Chooses the passages of a document that bear on a question or topic, as many as there is room
 * for.
 */
final class Bearing {

    /** Long enough to hold what it is about, short enough to leave out what it is not. */
    private static final int PASSAGE_TOKENS = 300;

    private static final int LEAST_PASSAGES = 4;

    private final ChunkRanker ranker;
    private final Chunker chunker;
    private final TokenCounter tokens;

    Bearing(ChunkRanker ranker, Chunker chunker, TokenCounter tokens) {
        this.ranker = ranker;
        this.chunker = chunker;
        this.tokens = tokens;
    }

    /** Nothing if nothing bears on it. */
    Optional<Excerpt> on(String focus, String text, int mostTokens) {
        int size = Math.max(1, Math.min(PASSAGE_TOKENS, mostTokens / LEAST_PASSAGES));
        List<Chunk> chunks = chunker.cut(text, size);
        List<String> passages = chunks.stream().map(chunk -> chunk.of(text)).toList();
        float[] scores = ranker.scores(passages, focus);
        TreeSet<Integer> chosen = chosen(chunks, scores, mostTokens);
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Excerpt(
                                inOrder(passages, chosen),
                                Excerpts.coverage(passages.size(), chosen.size())));
    }

    private TreeSet<Integer> chosen(List<Chunk> chunks, float[] scores, int mostTokens) {
        int gap = tokens.count("\n\n" + Excerpt.GAP + "\n\n");
        List<Integer> best =
                IntStream.range(0, scores.length)
                        .filter(i -> scores[i] > 0)
                        .boxed()
                        .sorted(Comparator.comparing((Integer i) -> -scores[i]))
                        .toList();
        TreeSet<Integer> chosen = new TreeSet<>();
        long left = mostTokens;
        for (int i : best) {
            int cost = chunks.get(i).tokens() + gap;
            if (cost <= left) {
                chosen.add(i);
                left -= cost;
            }
        }
        return chosen;
    }

    private static String inOrder(List<String> passages, TreeSet<Integer> chosen) {
        StringBuilder text = new StringBuilder();
        int expected = 0;
        for (int i : chosen) {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            if (i != expected) {
                text.append(Excerpt.GAP).append("\n\n");
            }
            text.append(passages.get(i));
            expected = i + 1;
        }
        return text.toString();
    }
}

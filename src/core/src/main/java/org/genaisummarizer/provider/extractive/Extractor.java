package org.genaisummarizer.provider.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.model.Style;
import org.genaisummarizer.provider.extractive.Sentence.Kind;

/** Summarizes by picking sentences. The same document gives the same summary, on every machine. */
final class Extractor {

    private Extractor() {}

    /**
     * @param mostWords that the summary may have; one sentence is given even if it has more
     */
    static String summarize(String text, Style style, int mostWords, Optional<String> focus) {
        return RankedText.of(text, focus)
                .map(ranked -> written(ranked, style, mostWords))
                .orElseGet(text::strip);
    }

    private static String written(RankedText ranked, Style style, int mostWords) {
        List<Sentence> sentences = ranked.sentences();
        return switch (style) {
            case HEADLINE -> Headline.of(sentences.get(best(ranked.scores())).text(), mostWords);
            case BULLETS -> bullets(sentences, chosen(ranked, mostWords));
            case PARAGRAPH -> paragraph(sentences, chosen(ranked, mostWords));
        };
    }

    private static List<Integer> chosen(RankedText ranked, int mostWords) {
        return Selection.of(ranked.sentences(), ranked.vectors(), ranked.scores(), mostWords);
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    private static String bullets(List<Sentence> sentences, List<Integer> chosen) {
        List<String> lines = new ArrayList<>();
        for (int i : chosen) {
            lines.add("- " + sentences.get(i).text());
        }
        return String.join("\n", lines);
    }

    /** Sentences in one paragraph; what is no sentence gets a line of its own. */
    private static String paragraph(List<Sentence> sentences, List<Integer> chosen) {
        StringBuilder text = new StringBuilder();
        boolean wasProse = true;
        for (int i : chosen) {
            boolean prose = sentences.get(i).kind() == Kind.PROSE;
            if (!text.isEmpty()) {
                text.append(prose && wasProse ? ' ' : '\n');
            }
            text.append(sentences.get(i).text());
            wasProse = prose;
        }
        return text.toString();
    }
}

package org.genaisummarizer.provider.extractive;

import java.util.ArrayList;
import java.util.List;
import org.genaisummarizer.provider.extractive.Blocks.Block;
import org.genaisummarizer.provider.extractive.Sentence.Kind;

/** Cuts a document into sentences. */
final class Segmenter {

    /**
     * With fewer capitals than one in this many letters, nobody wrote them at the beginning of
     * sentences.
     */
    private static final int LETTERS_A_CAPITAL = 200;

    private static final int SAMPLE_CHARS = 20_000;

    private Segmenter() {}

    static List<Sentence> sentences(String text) {
        List<Sentence> sentences = new ArrayList<>();
        SentenceSplitter splitter = new SentenceSplitter(isLowerCase(text));
        List<Block> blocks = Blocks.of(text);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            int number = i;
            if (block.kind() == Kind.PROSE || block.kind() == Kind.ITEM) {
                splitter.split(
                        block.text(),
                        sentence ->
                                sentences.add(
                                        Sentence.of(singleSpaced(sentence), number, block.kind())));
            } else {
                sentences.add(Sentence.of(singleSpaced(block.text()), number, block.kind()));
            }
        }
        return sentences;
    }

    private static boolean isLowerCase(String text) {
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < Math.min(text.length(), SAMPLE_CHARS); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                letters++;
            } else if (Character.isUpperCase(c)) {
                capitals++;
            }
        }
        return letters > 0 && capitals * LETTERS_A_CAPITAL < letters;
    }

    private static String singleSpaced(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            char c = text.charAt(i);
            clean =
                    c == ' '
                            ? i + 1 < text.length() && text.charAt(i + 1) != ' '
                            : !Character.isWhitespace(c);
        }
        if (clean) {
            return text;
        }
        StringBuilder spaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                spaced.append(c);
            } else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
        return spaced.toString().strip();
    }
}

package org.genaisummarizer.provider.extractive;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Finds the ends of sentences in one line of text, in one pass, for scripts with and without
 * spaces. A line that nothing ends is cut into pieces of bearable length at its commas or, lacking
 * those, between words.
 */
final class SentenceSplitter {

    private static final String ENDS_WITH_SPACE = ".!?…؟۔।॥";
    private static final String ENDS_ALWAYS = "。！？｡";
    private static final String CLOSERS = "\"'”’»)]}」』）】";
    private static final String PAUSES = ",:—–،、，；;";

    /** No sentence that a person wrote is longer. */
    private static final int LONGEST_CHARS = 700;

    /** Where a cut has to be, it is looked for in the last part of the piece. */
    private static final int LEAST_CHARS = 250;

    private static final int LONGEST_WORD = 400;
    private static final int LONGEST_ABBREVIATION = 12;

    private final boolean lowerCaseText;

    /**
     * @param lowerCaseText whether the document writes sentences without capitals, so that a small
     *     letter begins one
     */
    SentenceSplitter(boolean lowerCaseText) {
        this.lowerCaseText = lowerCaseText;
    }

    void split(String line, Consumer<String> sentences) {
        int start = 0;
        int i = 0;
        while (i < line.length()) {
            int end = endAt(line, i);
            if (end > 0) {
                emit(line, start, end, sentences);
                start = end;
                i = end;
            } else if (i - start >= LONGEST_CHARS) {
                end = cut(line, start, i);
                emit(line, start, end, sentences);
                start = end;
                i = Math.max(i, end);
            } else {
                i++;
            }
        }
        emit(line, start, line.length(), sentences);
    }

    private static void emit(String line, int start, int end, Consumer<String> sentences) {
        String sentence = line.substring(start, end).strip();
        if (!sentence.isEmpty()) {
            sentences.accept(sentence);
        }
    }

    /** The index behind a sentence that ends with the character at {@code i}; 0 if none does. */
    private int endAt(String line, int i) {
        char c = line.charAt(i);
        if (ENDS_ALWAYS.indexOf(c) >= 0) {
            return afterClosers(line, i + 1);
        }
        if (ENDS_WITH_SPACE.indexOf(c) < 0) {
            return 0;
        }
        int end = afterClosers(line, i + 1);
        if (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            return 0;
        }
        if (end >= line.length()) {
            return end;
        }
        boolean ends = c == '.' ? stopEnds(line, i, end) : beginsSentence(line, end);
        return ends ? end : 0;
    }

    private static int afterClosers(String line, int i) {
        int end = i;
        while (end < line.length()
                && (CLOSERS.indexOf(line.charAt(end)) >= 0
                        || ".!?…。！？".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private boolean stopEnds(String line, int stop, int end) {
        if (!beginsSentence(line, end)) {
            return false;
        }
        int wordStart = stop;
        while (wordStart > 0
                && stop - wordStart < LONGEST_ABBREVIATION
                && !Character.isWhitespace(line.charAt(wordStart - 1))) {
            wordStart--;
        }
        String word = line.substring(wordStart, stop);
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
        return !initial && !Abbreviations.contains(bare(word));
    }

    private static String bare(String word) {
        int from = 0;
        while (from < word.length() && !Character.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        return word.substring(from).toLowerCase(Locale.ROOT);
    }

    /** Whether what follows could begin a sentence. */
    private boolean beginsSentence(String line, int end) {
        int next = end;
        while (next < line.length()
                && !Character.isLetterOrDigit(line.charAt(next))
                && next - end < 8) {
            next++;
        }
        return next >= line.length() || lowerCaseText || !Character.isLowerCase(line.charAt(next));
    }

    private static int cut(String line, int start, int end) {
        int space = 0;
        for (int i = end; i > start + LEAST_CHARS; i--) {
            char c = line.charAt(i - 1);
            if (PAUSES.indexOf(c) >= 0
                    && (i >= line.length()
                            || Character.isWhitespace(line.charAt(i))
                            || c > 0x2000)) {
                return i;
            }
            if (space == 0 && Character.isWhitespace(c)) {
                space = i;
            }
        }
        if (space > 0) {
            return space;
        }
        int hard = Math.min(end, start + LONGEST_WORD);
        return Character.isHighSurrogate(line.charAt(hard - 1)) ? hard - 1 : hard;
    }
}

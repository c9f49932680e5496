package org.genaisummarizer.engine.chunking;

import org.genaisummarizer.language.Words;

/** How good a place a text has for a cut, from worst to best. */
enum Boundary {
    /** Inside a word or a surrogate pair. */
    NONE,
    WORD,
    LINE,
    SENTENCE,
    /** A speaker's turn, {@code Name: …}. */
    TURN,
    /** Behind a blank line. */
    PARAGRAPH,
    HEADING;

    private static final String ENDS_BEFORE_SPACE = ".!?…؟۔।॥";
    private static final String ENDS = "。！？｡";
    private static final String CLOSERS = "\"'”’»)]}」』）】";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ABBREVIATION = 3;
    private static final int MOST_HASHES = 6;

    /** What lies before the character at this index, which is inside the text. */
    static Boundary before(String text, int index) {
        char next = text.charAt(index);
        char last = text.charAt(index - 1);
        if (Character.isWhitespace(next)) {
            return NONE;
        }
        if (Character.isWhitespace(last)) {
            return behindSpace(text, index);
        }
        if (ENDS.indexOf(last) >= 0) {
            return CLOSERS.indexOf(next) >= 0 || ENDS.indexOf(next) >= 0 ? NONE : SENTENCE;
        }
        boolean besideWholeWord =
                Words.isWholeWord(next)
                        || (Words.isWholeWord(last) && Character.isLetterOrDigit(next));
        return besideWholeWord ? WORD : NONE;
    }

    private static Boundary behindSpace(String text, int index) {
        int visible = index;
        int lines = 0;
        while (visible > 0 && Character.isWhitespace(text.charAt(visible - 1))) {
            visible--;
            lines += text.charAt(visible) == '\n' ? 1 : 0;
        }
        if (lines > 0 && isHeading(text, index)) {
            return HEADING;
        }
        if (lines > 1) {
            return PARAGRAPH;
        }
        if (lines == 1 && isTurn(text, index)) {
            return TURN;
        }
        if (endsSentence(text, visible, index)) {
            return SENTENCE;
        }
        return lines == 1 ? LINE : WORD;
    }

    private static boolean isHeading(String text, int index) {
        int i = index;
        while (i < text.length() && text.charAt(i) == '#' && i - index <= MOST_HASHES) {
            i++;
        }
        int hashes = i - index;
        return hashes > 0 && hashes <= MOST_HASHES && i < text.length() && text.charAt(i) == ' ';
    }

    private static boolean isTurn(String text, int index) {
        char first = text.charAt(index);
        if (!Character.isLetter(first) || Character.isLowerCase(first)) {
            return false;
        }
        int most = Math.min(text.length() - 1, index + LONGEST_NAME);
        for (int i = index + 1; i < most; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return text.charAt(i + 1) == ' ';
            }
            if (c == '\n' || c == ',' || c == ';') {
                return false;
            }
        }
        return false;
    }

    private static boolean endsSentence(String text, int visible, int index) {
        int end = visible;
        while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0) {
            return false;
        }
        char mark = text.charAt(end - 1);
        if (ENDS.indexOf(mark) >= 0) {
            return true;
        }
        return ENDS_BEFORE_SPACE.indexOf(mark) >= 0
                && !Character.isLowerCase(text.charAt(index))
                && !(mark == '.' && isAbbreviation(text, end - 1));
    }

    /** A short word with a capital: an initial, a title. To miss an end here does no harm. */
    private static boolean isAbbreviation(String text, int stop) {
        int start = stop;
        while (start > 0
                && stop - start <= LONGEST_ABBREVIATION
                && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int letters = stop - start;
        return letters > 0
                && letters <= LONGEST_ABBREVIATION
                && Character.isUpperCase(text.charAt(start));
    }
}

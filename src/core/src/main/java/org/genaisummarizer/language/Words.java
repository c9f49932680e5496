package org.genaisummarizer.language;

/**
 * Counts words as people do: a run of letters and digits is one; in scripts that are written
 * without spaces, as Chinese and Japanese are, each character is.
 */
public final class Words {

    private Words() {}

    public static int count(CharSequence text) {
        return count(text, 0, text.length(), Integer.MAX_VALUE);
    }

    /** Words from index {@code from} (inclusive) to {@code to} (exclusive). */
    public static int count(CharSequence text, int from, int to) {
        return count(text, from, to, Integer.MAX_VALUE);
    }

    /** Whether there are at least so many words; reads no further than it must. */
    public static boolean atLeast(CharSequence text, int words) {
        return count(text, 0, text.length(), words) >= words;
    }

    private static int count(CharSequence text, int from, int to, int enough) {
        int words = 0;
        boolean inWord = false;
        for (int i = from; i < to && words < enough; i++) {
            char c = text.charAt(i);
            if (isWholeWord(c)) {
                words++;
                inWord = false;
            } else if (isPartOfWord(c)) {
                if (!inWord) {
                    words++;
                }
                inWord = true;
            } else if (!joinsWords(text, i, to)) {
                inWord = false;
            }
        }
        return words;
    }

    private static boolean isPartOfWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.isHighSurrogate(c)
                || Character.isLowSurrogate(c)
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** "don't", "3.14", "e-mail" are one word each. */
    private static boolean joinsWords(CharSequence text, int i, int to) {
        char c = text.charAt(i);
        boolean joint = c == '\'' || c == '’' || c == '.' || c == ',' || c == '-' || c == '_';
        return joint
                && i + 1 < to
                && isPartOfWord(text.charAt(i + 1))
                && !isWholeWord(text.charAt(i + 1));
    }

    /** Whether the character is a word by itself: Han, Hiragana, Katakana. */
    public static boolean isWholeWord(char c) {
        return (c >= 0x3040 && c <= 0x30ff)
                || (c >= 0x3400 && c <= 0x9fff)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xff66 && c <= 0xff9f);
    }
}

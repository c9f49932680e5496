package org.genaisummarizer.engine.tokens;

import org.genaisummarizer.engine.port.TokenCounter;

/**
 * Estimates tokens by what kind of character follows which, without a table of words: a short word
 * of small letters is one token, a longer one more, digits go in threes, marks one by one, and
 * scripts that the tokenizers know less well cost more a character.
 */
public final class ScriptTokenCounter implements TokenCounter {

    /** Estimates are kept in hundredths of a token, to stay in whole numbers. */
    private static final int WHOLE = 100;

    @Override
    public int count(CharSequence text, int from, int to) {
        long hundredths = 0;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (isLetter(c)) {
                    int start = i;
                    while (i < to && isLetter(text.charAt(i))) {
                        i++;
                    }
                    hundredths += word(i - start);
                } else {
                    hundredths += c == ' ' ? 8 : isDigit(c) ? 45 : 85;
                    i++;
                }
            } else {
                hundredths += beyondAscii(c);
                i++;
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, (hundredths + WHOLE - 1) / WHOLE);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int word(int length) {
        return length <= 6 ? 105 : 105 + (length - 6) * 22;
    }

    private static int beyondAscii(char c) {
        if (c < 0x0250) {
            return 75;
        }
        if (c < 0x0530) {
            return 45;
        }
        if (c < 0x0700) {
            return 60;
        }
        return 110;
    }
}

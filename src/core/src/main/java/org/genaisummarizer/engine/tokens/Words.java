package org.genaisummarizer.engine.tokens;

/** What words in Latin letters cost, in hundredths of a token, by their number of letters. */
final class Words {

    /** On top of the rest: an accent is often a token of its own. */
    static final int ACCENT = 45;

    private static final int[] USUAL = {
        0, 103, 106, 107, 108, 109, 110, 111, 113, 117, 123, 130, 136, 147, 160, 172, 220
    };

    private static final int[] HIGH = {
        0, 102, 104, 110, 128, 155, 180, 210, 250, 275, 310, 330, 360, 400, 420, 450, 480
    };

    private static final int EACH_FURTHER = 30;

    private static final String[] LITTLE = {
        "the", "of", "and", "to", "is", "that", "you", "it", "we", "for", "with", "this", "be",
        "have"
    };

    private Words() {}

    static int usual(int letters) {
        return of(USUAL, letters);
    }

    static int high(int letters) {
        return of(HIGH, letters);
    }

    private static int of(int[] costs, int letters) {
        int most = costs.length - 1;
        return letters <= most ? costs[letters] : costs[most] + (letters - most) * EACH_FURTHER;
    }

    /** Whether this is one of the words that mark English. */
    static boolean isLittle(CharSequence text, int start, int letters) {
        char first = Character.toLowerCase(text.charAt(start));
        for (String word : LITTLE) {
            if (word.charAt(0) == first && word.length() == letters && matches(word, text, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String word, CharSequence text, int start) {
        for (int i = 1; i < word.length(); i++) {
            if (text.charAt(start + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

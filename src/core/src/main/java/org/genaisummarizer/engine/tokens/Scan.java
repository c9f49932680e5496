package org.genaisummarizer.engine.tokens;

/**
 * One pass over a text. Counts in hundredths of a token, to stay in whole numbers.
 *
 * <p>The vocabularies hold nearly all English words and few of other languages, so that the same
 * length costs up to twice as much there. Which it is, is told by the little words that no English
 * sentence goes long without: until the next of them comes, words are charged at the higher rate
 * under reserve.
 */
final class Scan {

    private static final int WHOLE = 100;

    private static final byte OTHER = 0;
    private static final byte LOWER = 1;
    private static final byte UPPER = 2;
    private static final byte DIGIT = 3;
    private static final byte SPACE = 4;
    private static final byte MARK = 5;

    private static final byte[] KINDS = kinds();

    /** English text is hardly ever this many words without one of the little ones. */
    private static final int ENGLISH_STRIDE = 14;

    private static final int SINGLE_SPACE = 2;
    private static final int BLANKS = 85;
    private static final int MARK_COST = 100;
    private static final int MARK_AFTER_MARK = 75;
    private static final int CASE_CHANGE = 60;

    /** Of a letter or digit in a run that is no word: keys, hashes, base64. */
    private static final int NOISE = 77;

    private final CharSequence text;
    private final int to;
    private int i;
    private long cost;
    private long reserve;
    private int sinceEnglish;
    private boolean isEnglish;

    Scan(CharSequence text, int from, int to) {
        this.text = text;
        this.i = from;
        this.to = to;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[0x80];
        for (char c = 0; c < kinds.length; c++) {
            kinds[c] =
                    c >= 'a' && c <= 'z'
                            ? LOWER
                            : c >= 'A' && c <= 'Z'
                                    ? UPPER
                                    : c >= '0' && c <= '9' ? DIGIT : c <= ' ' ? SPACE : MARK;
        }
        return kinds;
    }

    private static byte kind(char c) {
        return c < 0x80 ? KINDS[c] : OTHER;
    }

    int tokens() {
        boolean afterMark = false;
        while (i < to) {
            char c = text.charAt(i);
            byte kind = kind(c);
            if (kind == SPACE) {
                blanks();
            } else if (kind == MARK) {
                cost += afterMark ? MARK_AFTER_MARK : MARK_COST;
                i++;
            } else if (kind != OTHER || Scripts.isLatin(c)) {
                run();
            } else {
                cost += Scripts.cost(c);
                i++;
            }
            afterMark = kind == MARK;
        }
        settle();
        return (int) Math.min(Integer.MAX_VALUE, (cost + WHOLE - 1) / WHOLE);
    }

    private void blanks() {
        int start = i;
        boolean isLine = false;
        while (i < to && kind(text.charAt(i)) == SPACE) {
            isLine |= text.charAt(i) == '\n';
            i++;
        }
        boolean beforeDigit = i < to && kind(text.charAt(i)) == DIGIT;
        cost += isLine || beforeDigit || i - start > 1 ? BLANKS : SINGLE_SPACE;
    }

    /** Letters and digits without a break. */
    private void run() {
        int start = i;
        int digits = 0;
        int changes = 0;
        int capitals = 0;
        int accents = 0;
        byte last = OTHER;
        while (i < to) {
            char c = text.charAt(i);
            byte kind = kind(c);
            if (kind == OTHER) {
                if (!Scripts.isLatin(c)) {
                    break;
                }
                accents++;
                kind = LOWER;
            } else if (kind >= SPACE) {
                break;
            }
            if (kind != last && i > start && !(last == UPPER && i == start + 1)) {
                changes++;
            }
            digits += kind == DIGIT ? 1 : 0;
            capitals += kind == UPPER ? 1 : 0;
            last = kind;
            i++;
        }
        int length = i - start;
        if (changes * 4 >= length && length > 3) {
            cost += (long) length * NOISE;
            return;
        }
        cost += (long) (digits + 2) / 3 * WHOLE + (long) changes * CASE_CHANGE;
        int letters = length - digits;
        if (letters > 0) {
            boolean shouted = letters > 3 && capitals == letters;
            word(start, letters, shouted || accents > 0, accents);
        }
    }

    private void word(int start, int letters, boolean dear, int accents) {
        int usual = Words.usual(letters);
        int high = Words.high(letters) + accents * Words.ACCENT;
        cost += dear ? high : usual;
        reserve += dear ? 0 : high - usual;
        sinceEnglish++;
        if (letters <= 4 && Words.isLittle(text, start, letters)) {
            settle();
            isEnglish = true;
        }
    }

    /** Decides about what was charged under reserve. */
    private void settle() {
        boolean given = sinceEnglish <= ENGLISH_STRIDE && (isEnglish || i < to);
        cost += given ? 0 : reserve;
        reserve = 0;
        sinceEnglish = 0;
    }
}

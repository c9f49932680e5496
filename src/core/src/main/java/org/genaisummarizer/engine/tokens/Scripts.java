package org.genaisummarizer.engine.tokens;

/** What one UTF-16 unit of a script beyond ASCII costs, in hundredths of a token. */
final class Scripts {

    /** Up to (exclusive), cost. The dearer of the vocabularies measured decides. */
    private static final int[][] RANGES = {
        {0x00c0, 100}, // signs of Latin-1
        {0x0250, 75}, // Latin, outside words
        {0x0370, 100}, // phonetic signs, combining marks
        {0x0400, 100}, // Greek
        {0x0530, 60}, // Cyrillic
        {0x0590, 160}, // Armenian
        {0x0600, 115}, // Hebrew
        {0x0700, 92}, // Arabic
        {0x0900, 150},
        {0x0d80, 190}, // scripts of India
        {0x0f00, 150}, // Sinhala, Thai, Lao
        {0x1100, 240}, // Tibetan, Burmese, Georgian
        {0x1200, 200}, // Hangul parts
        {0x1e00, 300}, // Ethiopic, Khmer and others
        {0x2000, 130}, // further Latin and Greek
        {0x3000, 110}, // punctuation, signs
        {0x3100, 112}, // Kana
        {0x3400, 200},
        {0xa000, 130}, // Han
        {0xac00, 250},
        {0xd7b0, 137}, // Hangul
        {0xe000, 180}, // halves of pairs
        {0xff00, 200},
        {0x10000, 110} // full-width forms
    };

    /** By block of 16, so that finding a cost is one look-up. */
    private static final short[] COSTS = costs();

    private Scripts() {}

    private static short[] costs() {
        short[] costs = new short[0x1000];
        int range = 0;
        for (int block = 0; block < costs.length; block++) {
            while (block << 4 >= RANGES[range][0]) {
                range++;
            }
            costs[block] = (short) RANGES[range][1];
        }
        return costs;
    }

    static int cost(char c) {
        return COSTS[c >> 4];
    }

    /** A letter that stands in words with those of ASCII. */
    static boolean isLatin(char c) {
        return c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7;
    }
}

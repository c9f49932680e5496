package org.genaisummarizer.language;

import java.lang.Character.UnicodeScript;

/** How many letters of each script a text has. */
final class LetterCount {

    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();

    private final int[] counts = new int[SCRIPTS.length];
    private int all;

    private LetterCount() {}

    static LetterCount of(CharSequence text) {
        LetterCount letters = new LetterCount();
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isAsciiLetter(c)) {
                latin++;
            } else if (c >= 0x80) {
                int point = Character.codePointAt(text, i);
                i += Character.charCount(point) - 1;
                letters.add(point);
            }
        }
        letters.counts[UnicodeScript.LATIN.ordinal()] += latin;
        letters.all += latin;
        return letters;
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void add(int point) {
        if (Character.isLetter(point)) {
            counts[UnicodeScript.of(point).ordinal()]++;
            all++;
        }
    }

    int all() {
        return all;
    }

    int of(UnicodeScript script) {
        return counts[script.ordinal()];
    }

    UnicodeScript commonest() {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return SCRIPTS[best];
    }
}

package org.genaisummarizer.language;

import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;

import java.util.List;
import java.util.Locale;

/**
 * Tells a text's language by its script and, where several languages share a script, by its
 * commonest words. Looks at samples of the text only, so that its time does not grow with it.
 */
public final class LanguageDetector {

    /** What is said of a text whose language cannot be told (ISO 639-2). */
    public static final String UNDETERMINED = "und";

    private static final int SAMPLE_CHARS = 700;
    private static final int LEAST_LETTERS = 2;

    /** A text of fewer known words than this says nothing for certain, unless its script does. */
    private static final int LEAST_HITS = 1;

    private static final List<String> CYRILLIC = List.of("ru", "uk", "bg");
    private static final List<String> ARABIC = List.of("ar", "fa");
    private static final List<String> LATIN =
            List.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs",
                    "tr", "ro", "hu", "id");

    private LanguageDetector() {}

    /** A BCP 47 tag, or {@value #UNDETERMINED}. */
    public static String detect(CharSequence text) {
        CharSequence sample = sample(text);
        LetterCount letters = LetterCount.of(sample);
        if (letters.all() < LEAST_LETTERS) {
            return UNDETERMINED;
        }
        if (letters.of(HIRAGANA) + letters.of(KATAKANA) > letters.all() / 20) {
            return "ja";
        }
        return switch (letters.commonest()) {
            case HAN -> "zh";
            case HANGUL -> "ko";
            case GREEK -> "el";
            case HEBREW -> "he";
            case DEVANAGARI -> "hi";
            case THAI -> "th";
            case ARABIC -> byWords(sample, ARABIC);
            case CYRILLIC -> byWords(sample, CYRILLIC);
            case LATIN -> byWords(sample, LATIN);
            default -> UNDETERMINED;
        };
    }

    /**
     * Beginning, middle and end, since a text may begin with a title or a quotation in another
     * language.
     */
    private static CharSequence sample(CharSequence text) {
        int length = text.length();
        if (length <= 3 * SAMPLE_CHARS) {
            return text;
        }
        int middle = length / 2;
        return new StringBuilder(3 * SAMPLE_CHARS + 2)
                .append(text, 0, SAMPLE_CHARS)
                .append(' ')
                .append(text, middle, middle + SAMPLE_CHARS)
                .append(' ')
                .append(text, length - SAMPLE_CHARS, length);
    }

    private static String byWords(CharSequence sample, List<String> languages) {
        StopWords.Hits hits = new StopWords.Hits();
        int start = -1;
        for (int i = 0; i <= sample.length(); i++) {
            boolean letter = i < sample.length() && isLetter(sample.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                hits.count(sample.subSequence(start, i).toString().toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        String best = UNDETERMINED;
        int most = LEAST_HITS - 1;
        for (String language : languages) {
            if (hits.of(language) > most) {
                most = hits.of(language);
                best = language;
            }
        }
        return best;
    }

    private static boolean isLetter(char c) {
        return LetterCount.isAsciiLetter(c)
                || (c >= 0x80
                        && (Character.isLetter(c)
                                || Character.getType(c) == Character.NON_SPACING_MARK));
    }
}

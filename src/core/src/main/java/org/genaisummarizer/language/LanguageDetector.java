package org.genaisummarizer.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells a text's language by its script and, where several languages share a script, by its
 * commonest words. Looks at samples of the text only, so that its time does not grow with it.
 */
public final class LanguageDetector {

    /** What is said of a text whose language cannot be told (ISO 639-2). */
    public static final String UNDETERMINED = "und";

    private static final int SAMPLE_CHARS = 2_000;
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
        Map<Character.UnicodeScript, Integer> scripts = scripts(sample);
        int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
        if (letters < LEAST_LETTERS) {
            return UNDETERMINED;
        }
        if (count(scripts, Character.UnicodeScript.HIRAGANA)
                        + count(scripts, Character.UnicodeScript.KATAKANA)
                > letters / 20) {
            return "ja";
        }
        Character.UnicodeScript main =
                scripts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
        return switch (main) {
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

    private static int count(
            Map<Character.UnicodeScript, Integer> scripts, Character.UnicodeScript script) {
        return scripts.getOrDefault(script, 0);
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

    private static Map<Character.UnicodeScript, Integer> scripts(CharSequence sample) {
        Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
        sample.codePoints()
                .filter(Character::isLetter)
                .forEach(
                        letter ->
                                scripts.merge(Character.UnicodeScript.of(letter), 1, Integer::sum));
        return scripts;
    }

    private static String byWords(CharSequence sample, List<String> languages) {
        Map<String, Integer> words = words(sample);
        String best = UNDETERMINED;
        int most = LEAST_HITS - 1;
        for (String language : languages) {
            Set<String> known = StopWords.of(language);
            int hits = 0;
            for (Map.Entry<String, Integer> word : words.entrySet()) {
                hits += known.contains(word.getKey()) ? word.getValue() : 0;
            }
            if (hits > most) {
                most = hits;
                best = language;
            }
        }
        return best;
    }

    private static Map<String, Integer> words(CharSequence sample) {
        Map<String, Integer> words = new HashMap<>();
        int start = -1;
        for (int i = 0; i <= sample.length(); i++) {
            boolean letter = i < sample.length() && isLetter(sample.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.merge(
                        sample.subSequence(start, i).toString().toLowerCase(Locale.ROOT),
                        1,
                        Integer::sum);
                start = -1;
            }
        }
        return words;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}

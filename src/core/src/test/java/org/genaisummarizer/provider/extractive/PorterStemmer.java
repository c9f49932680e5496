package org.genaisummarizer.provider.extractive;

import java.util.Map;

/** M. F. Porter's "An algorithm for suffix stripping" (1980), as ROUGE is computed with it. */
final class PorterStemmer {

    private static final Map<String, String> STEP_2 =
            Map.ofEntries(
                    Map.entry("ational", "ate"),
                    Map.entry("tional", "tion"),
                    Map.entry("enci", "ence"),
                    Map.entry("anci", "ance"),
                    Map.entry("izer", "ize"),
                    Map.entry("abli", "able"),
                    Map.entry("alli", "al"),
                    Map.entry("entli", "ent"),
                    Map.entry("eli", "e"),
                    Map.entry("ousli", "ous"),
                    Map.entry("ization", "ize"),
                    Map.entry("ation", "ate"),
                    Map.entry("ator", "ate"),
                    Map.entry("alism", "al"),
                    Map.entry("iveness", "ive"),
                    Map.entry("fulness", "ful"),
                    Map.entry("ousness", "ous"),
                    Map.entry("aliti", "al"),
                    Map.entry("iviti", "ive"),
                    Map.entry("biliti", "ble"));
    private static final Map<String, String> STEP_3 =
            Map.of(
                    "icate", "ic", "ative", "", "alize", "al", "iciti", "ic", "ical", "ic", "ful",
                    "", "ness", "");
    private static final String[] STEP_4 = {
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion",
        "ou", "ism", "ate", "iti", "ous", "ive", "ize"
    };

    private PorterStemmer() {}

    static String stem(String word) {
        if (word.length() <= 2) {
            return word;
        }
        String stem = step1c(step1b(step1a(word)));
        stem = replace(stem, STEP_2);
        stem = replace(stem, STEP_3);
        return step5(step4(stem));
    }

    private static String step1a(String w) {
        if (w.endsWith("sses") || w.endsWith("ies")) {
            return w.substring(0, w.length() - 2);
        }
        return w.endsWith("s") && !w.endsWith("ss") ? w.substring(0, w.length() - 1) : w;
    }

    private static String step1b(String w) {
        if (w.endsWith("eed")) {
            return measure(w.substring(0, w.length() - 3)) > 0 ? w.substring(0, w.length() - 1) : w;
        }
        String stem =
                w.endsWith("ed")
                        ? w.substring(0, w.length() - 2)
                        : w.endsWith("ing") ? w.substring(0, w.length() - 3) : null;
        if (stem == null || !hasVowel(stem)) {
            return w;
        }
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem + "e";
        }
        if (endsDouble(stem) && !stem.endsWith("l") && !stem.endsWith("s") && !stem.endsWith("z")) {
            return stem.substring(0, stem.length() - 1);
        }
        return measure(stem) == 1 && endsCvc(stem) ? stem + "e" : stem;
    }

    private static String step1c(String w) {
        return w.endsWith("y") && hasVowel(w.substring(0, w.length() - 1))
                ? w.substring(0, w.length() - 1) + "i"
                : w;
    }

    private static String replace(String w, Map<String, String> endings) {
        String longest = "";
        for (String ending : endings.keySet()) {
            if (w.endsWith(ending) && ending.length() > longest.length()) {
                longest = ending;
            }
        }
        String stem = w.substring(0, w.length() - longest.length());
        return longest.isEmpty() || measure(stem) == 0 ? w : stem + endings.get(longest);
    }

    private static String step4(String w) {
        String longest = "";
        for (String ending : STEP_4) {
            if (w.endsWith(ending) && ending.length() > longest.length()) {
                longest = ending;
            }
        }
        String stem = w.substring(0, w.length() - longest.length());
        boolean ion = !longest.equals("ion") || stem.endsWith("s") || stem.endsWith("t");
        return !longest.isEmpty() && measure(stem) > 1 && ion ? stem : w;
    }

    private static String step5(String w) {
        String stem = w;
        if (stem.endsWith("e")) {
            String rest = stem.substring(0, stem.length() - 1);
            int m = measure(rest);
            stem = m > 1 || (m == 1 && !endsCvc(rest)) ? rest : stem;
        }
        boolean doubleL = stem.endsWith("ll") && measure(stem.substring(0, stem.length() - 1)) > 1;
        return doubleL ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static boolean isConsonant(String w, int i) {
        return switch (w.charAt(i)) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> i == 0 || !isConsonant(w, i - 1);
            default -> true;
        };
    }

    private static int measure(String w) {
        int m = 0;
        for (int i = 1; i < w.length(); i++) {
            m += isConsonant(w, i) && !isConsonant(w, i - 1) ? 1 : 0;
        }
        return m;
    }

    private static boolean hasVowel(String w) {
        for (int i = 0; i < w.length(); i++) {
            if (!isConsonant(w, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsDouble(String w) {
        int n = w.length();
        return n > 1 && w.charAt(n - 1) == w.charAt(n - 2) && isConsonant(w, n - 1);
    }

    private static boolean endsCvc(String w) {
        int n = w.length();
        return n > 2
                && isConsonant(w, n - 3)
                && !isConsonant(w, n - 2)
                && isConsonant(w, n - 1)
                && "wxy".indexOf(w.charAt(n - 1)) < 0;
    }
}

package org.genaisummarizer.provider.extractive;

import java.util.Map;

/**
 * Takes endings off words, lightly: enough that "plans" and "planned" meet, not so much that what
 * differs does. Works in place on lower-case letters and returns the new length.
 */
final class Stemmer {

    private static final int LEAST_STEM = 3;

    private static final Map<String, String[]> ENDINGS =
            Map.ofEntries(
                    Map.entry(
                            "en",
                            "ations ation ments ment ings ing edly ies ied ers er est ed es ly s"
                                    .split(" ")),
                    Map.entry(
                            "de",
                            "ungen ung lichen liche lich heiten heit keiten keit ern em en er es e n s"
                                    .split(" ")),
                    Map.entry(
                            "fr",
                            "ements ement ations ation euses euse eux ées ée és er ez ant ent es e s é"
                                    .split(" ")),
                    Map.entry(
                            "es",
                            "aciones ación mente amiento ando iendo ados adas ado ada idos ido ar er ir es os as o a e s"
                                    .split(" ")),
                    Map.entry(
                            "pt",
                            "ações ação mente ando endo ados adas ado ada idos ido ar er ir es os as o a e s"
                                    .split(" ")),
                    Map.entry(
                            "it",
                            "azioni azione mente ando endo ati ate ato ata iti ito are ere ire i e o a"
                                    .split(" ")),
                    Map.entry("nl", "ingen ing heden heid lijke lijk en er es e s".split(" ")),
                    Map.entry(
                            "sv",
                            "arna erna orna ande ende het ar er or en et na a e s".split(" ")),
                    Map.entry("da", "erne ende ene hed er en et e s".split(" ")),
                    Map.entry("no", "ene ende het er en et a e s".split(" ")),
                    Map.entry(
                            "ru",
                            "ениями ениях ение ения ений ами ями ого ему ыми ими ая яя ое ее ые ие ой ый ий ов ев ом ем ам ям ах ях ла ло ли ть ет ут ют ит ат ят у ю а я о е ы и ь"
                                    .split(" ")),
                    Map.entry(
                            "uk",
                            "еннями ення ями ами ого ому ими ія ою ею ий ой их ів ам ям ах ях ла ло ли ти ть у ю а я о е и і ь"
                                    .split(" ")),
                    Map.entry(
                            "pl",
                            "owania owanie ami ach ego emu ych ymi ów om ie ej ym a e i o u y ę ą"
                                    .split(" ")),
                    Map.entry(
                            "cs",
                            "ování ami ách ého ému ých ými ů ům em ou a e i o u y ě".split(" ")),
                    Map.entry(
                            "el", "ούμε ονται ται ους ων ας ες ης ος ου οι α ε η ο ι".split(" ")));

    private static final String[] NONE = {};

    private final String[] endings;

    private Stemmer(String[] endings) {
        this.endings = endings;
    }

    /** For a language without endings here, words stay as they are. */
    static Stemmer of(String language) {
        return new Stemmer(ENDINGS.getOrDefault(language, NONE));
    }

    int stem(char[] word, int length) {
        for (String ending : endings) {
            int rest = length - ending.length();
            if (rest >= LEAST_STEM && endsWith(word, length, ending)) {
                return undoubled(word, rest);
            }
        }
        return length;
    }

    /** "planned" and "plan" meet. */
    private static int undoubled(char[] word, int length) {
        boolean doubled =
                length > LEAST_STEM
                        && word[length - 1] == word[length - 2]
                        && "bdgmnprt".indexOf(word[length - 1]) >= 0;
        if (doubled) {
            return length - 1;
        }
        return length > LEAST_STEM && word[length - 1] == 'e' ? length - 1 : length;
    }

    private static boolean endsWith(char[] word, int length, String ending) {
        int from = length - ending.length();
        for (int i = 0; i < ending.length(); i++) {
            if (word[from + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

package org.genaisummarizer.engine.prompt;

import java.util.Locale;
import java.util.Map;

/**
 * How many tokens a model may answer with. Generous, so that a summary that keeps to its words is
 * never cut, and yet a bound on one that does not.
 */
public final class OutputLimit {

    /** For scripts and languages that the tokenizers know well: half as much again as they need. */
    private static final int TOKENS_A_WORD = 3;

    /** Where a word takes more: long words, or a script that is spelt in pieces. */
    private static final Map<String, Integer> MORE_TOKENS_A_WORD =
            Map.ofEntries(
                    Map.entry("ar", 5),
                    Map.entry("bg", 5),
                    Map.entry("el", 6),
                    Map.entry("fa", 5),
                    Map.entry("fi", 5),
                    Map.entry("he", 5),
                    Map.entry("hi", 7),
                    Map.entry("hu", 5),
                    Map.entry("ko", 5),
                    Map.entry("ru", 5),
                    Map.entry("th", 12),
                    Map.entry("tr", 4),
                    Map.entry("uk", 5));

    /** For marks of a list, and for a model that counts words its own way. */
    private static final int SPARE_TOKENS = 64;

    private OutputLimit() {}

    /**
     * @param language BCP 47 tag of the summary
     */
    public static int tokens(int words, String language) {
        return words * tokensAWord(language) + SPARE_TOKENS;
    }

    /** The most words that so many tokens are a limit for; below 1 if they are for none. */
    public static int words(int tokens, String language) {
        return (tokens - SPARE_TOKENS) / tokensAWord(language);
    }

    private static int tokensAWord(String language) {
        String primary = Locale.forLanguageTag(language).getLanguage();
        return MORE_TOKENS_A_WORD.getOrDefault(primary, TOKENS_A_WORD);
    }
}

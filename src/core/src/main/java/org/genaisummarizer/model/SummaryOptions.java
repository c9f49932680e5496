package org.genaisummarizer.model;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of summary is wanted.
 *
 * @param style its form
 * @param maxWords its length in words, {@value #MIN_WORDS} to {@value #MOST_WORDS}
 * @param language a BCP 47 tag; empty means the document's own
 * @param focus a question or topic that the summary is to keep to
 * @param model the one model to use; empty means the operator's route
 */
public record SummaryOptions(
        Style style,
        int maxWords,
        Optional<String> language,
        Optional<String> focus,
        Optional<ModelRef> model) {

    public static final int MIN_WORDS = 5;
    public static final int MOST_WORDS = 5_000;
    public static final int MOST_FOCUS_CHARS = 1_000;

    /** A headline is one line, whatever length was asked for. */
    public static final int HEADLINE_WORDS = 12;

    public static final SummaryOptions DEFAULT =
            new SummaryOptions(
                    Style.PARAGRAPH,
                    Length.MEDIUM.words(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /**
     * @throws IllegalArgumentException if a rule above is broken
     */
    public SummaryOptions {
        if (maxWords < MIN_WORDS || maxWords > MOST_WORDS) {
            throw new IllegalArgumentException(
                    "max_words must be between " + MIN_WORDS + " and " + MOST_WORDS);
        }
        language = language.map(SummaryOptions::canonical);
        focus = focus.map(String::strip).filter(text -> !text.isEmpty());
        if (focus.isPresent() && focus.get().length() > MOST_FOCUS_CHARS) {
            throw new IllegalArgumentException(
                    "focus must have at most " + MOST_FOCUS_CHARS + " characters");
        }
    }

    private static String canonical(String tag) {
        try {
            String canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            if (!tag.isEmpty() && !canonical.equals("und")) {
                return canonical;
            }
        } catch (IllformedLocaleException e) {
            // falls through to the one message that states the rule
        }
        throw new IllegalArgumentException("language must be \"auto\" or a BCP 47 tag");
    }

    public SummaryOptions withMaxWords(int words) {
        return new SummaryOptions(style, words, language, focus, model);
    }

    public SummaryOptions withLanguage(String tag) {
        return new SummaryOptions(style, maxWords, Optional.of(tag), focus, model);
    }

    /** The words that the style leaves of the length asked for. */
    public int targetWords() {
        return style == Style.HEADLINE ? Math.min(maxWords, HEADLINE_WORDS) : maxWords;
    }

    @Override
    public String toString() {
        return "SummaryOptions["
                + style
                + ", "
                + maxWords
                + " words, language "
                + language.orElse("auto")
                + ", focus "
                + (focus.isPresent() ? "set" : "none")
                + ", model "
                + model.map(ModelRef::toString).orElse("route")
                + "]";
    }
}

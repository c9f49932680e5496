package org.genaisummarizer.api;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.genaisummarizer.language.LanguageDetector;
import org.genaisummarizer.model.Length;
import org.genaisummarizer.model.ModelRef;
import org.genaisummarizer.model.Style;
import org.genaisummarizer.model.SummaryOptions;

/**
 * The options of a request as they were written, from a JSON body or a query alike.
 *
 * @param metadata the caller's own, as JSON
 */
record Fields(
        Optional<String> style,
        Optional<String> length,
        OptionalInt maxWords,
        Optional<String> language,
        Optional<String> focus,
        Optional<String> model,
        Optional<String> metadata) {

    /**
     * @throws ProblemException if a value is none that the option can have
     */
    SummaryOptions options() throws ProblemException {
        if (length.isPresent() && maxWords.isPresent()) {
            throw new ProblemException(Problems.invalid("give length or max_words, not both"));
        }
        Style form = choice("style", style, Style.class, Style.PARAGRAPH);
        Length size = choice("length", length, Length.class, Length.MEDIUM);
        try {
            return new SummaryOptions(
                    form,
                    maxWords.orElse(size.words()),
                    language.filter(tag -> !tag.equals("auto"))
                            .filter(tag -> !tag.equals(LanguageDetector.UNDETERMINED)),
                    focus,
                    model.map(ModelRef::parse));
        } catch (IllegalArgumentException e) {
            // The model's messages state the rule and quote nothing.
            throw new ProblemException(Problems.invalid(String.valueOf(e.getMessage())));
        }
    }

    private static <E extends Enum<E>> E choice(
            String name, Optional<String> value, Class<E> type, E otherwise)
            throws ProblemException {
        if (value.isEmpty()) {
            return otherwise;
        }
        StringBuilder known = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            String wire = constant.name().toLowerCase(Locale.ROOT);
            if (wire.equals(value.get())) {
                return constant;
            }
            known.append(known.isEmpty() ? "" : ", ").append(wire);
        }
        throw new ProblemException(Problems.invalid(name + " must be one of " + known));
    }
}

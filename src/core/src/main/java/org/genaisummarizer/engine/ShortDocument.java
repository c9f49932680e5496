package org.genaisummarizer.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genaisummarizer.language.LanguageDetector;
import org.genaisummarizer.language.Words;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.Usage;

/**
 * A document that is shorter than the summary asked for is its own summary: no model could do
 * better for nothing.
 */
final class ShortDocument {

    /** The provider of such an answer. */
    private static final String NOBODY = "none";

    /** What has no words to speak of, as a key or an encoded picture, is not short for that. */
    private static final int MOST_CHARS_A_WORD = 24;

    private ShortDocument() {}

    static Optional<Summary> answer(SummaryRequest request) {
        SummaryOptions options = request.options();
        String text = request.document().text();
        if (text.length() > options.targetWords() * MOST_CHARS_A_WORD
                || Words.atLeast(text, options.targetWords() + 1)) {
            return Optional.empty();
        }
        String language = LanguageDetector.detect(text);
        if (options.language().isPresent() && !isSame(options.language().get(), language)) {
            return Optional.empty();
        }
        return Optional.of(
                new Summary(
                        request.id(),
                        text.strip(),
                        language,
                        FinishReason.STOP,
                        NOBODY,
                        NOBODY,
                        Usage.NONE,
                        Cost.NONE,
                        CacheStatus.MISS,
                        Coverage.WHOLE,
                        List.of(),
                        false));
    }

    private static boolean isSame(String wanted, String found) {
        return Locale.forLanguageTag(wanted).getLanguage().equals(found);
    }
}

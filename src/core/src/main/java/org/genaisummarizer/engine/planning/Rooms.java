package org.genaisummarizer.engine.planning;

import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.engine.prompt.OutputLimit;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.model.Prompt;
import org.genaisummarizer.model.SummaryOptions;

/** How many tokens of text a target has room for, beside our instructions and its answer. */
public final class Rooms {

    /** Our count of a text may be this far below the truth. */
    private static final double CERTAIN = 0.95;

    private static final String ANY_TEXT = "x";

    private final PromptComposer prompts;
    private final TokenCounter tokens;

    public Rooms(PromptComposer prompts, TokenCounter tokens) {
        this.prompts = prompts;
        this.tokens = tokens;
    }

    /**
     * A call of one kind to one target.
     *
     * @param text tokens of text that it has room for; below 1 if there is none
     * @param instructions tokens of our own words
     * @param output tokens of the answer at most
     */
    public record Room(int text, int instructions, int output) {}

    /** For a text that is summarized at once. */
    public Room whole(Target target, SummaryOptions options, String language) {
        return room(target, prompts.whole(ANY_TEXT, options, language), words(options), language);
    }

    /** For what was chosen of a document. */
    public Room excerpt(Target target, SummaryOptions options, String language) {
        return room(target, prompts.excerpt(ANY_TEXT, options, language), words(options), language);
    }

    /** For a part that is summarized in so many words. */
    public Room part(Target target, SummaryOptions options, String language, int words) {
        Prompt prompt = prompts.part(ANY_TEXT, options.withMaxWords(words), language);
        return room(target, prompt, words, language);
    }

    /** For summaries of parts that are made one of so many words, which is no answer yet. */
    public Room merge(Target target, SummaryOptions options, String language, int words) {
        Prompt prompt = prompts.merge(ANY_TEXT, options.withMaxWords(words), language);
        return room(target, prompt, words, language);
    }

    /** For summaries of parts that are made the answer. */
    public Room reduce(Target target, SummaryOptions options, String language) {
        return room(target, prompts.reduce(ANY_TEXT, options, language), words(options), language);
    }

    private static int words(SummaryOptions options) {
        return options.targetWords();
    }

    private Room room(Target target, Prompt prompt, int words, String language) {
        int output = Math.min(target.maxOutput(), OutputLimit.tokens(words, language));
        if (!target.isLanguageModel()) {
            return new Room(Integer.MAX_VALUE, 0, output);
        }
        int instructions = tokens.count(prompt.instructions()) + tokens.count(prompt.document());
        double text = ((double) target.contextWindow() - instructions - output) * CERTAIN;
        return new Room((int) text, instructions, output);
    }
}

package org.genaisummarizer.engine.making;

import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.prompt.OutputLimit;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.CompletionRequest.Limits;
import org.genaisummarizer.model.Document;
import org.genaisummarizer.model.Prompt;
import org.genaisummarizer.model.Style;
import org.genaisummarizer.model.SummaryOptions;

/** Turns an order, or a step of it, into the call that a target gets. */
public final class CallComposer {

    private final PromptComposer prompts;
    private final Limits limits;

    /**
     * @param limits of each call
     */
    public CallComposer(PromptComposer prompts, Limits limits) {
        this.prompts = prompts;
        this.limits = limits;
    }

    /** The call that summarizes the whole document at once. */
    CompletionRequest whole(Order order, Target target) {
        Document document = order.request().document();
        SummaryOptions options = order.request().options();
        Prompt prompt = prompts.whole(document.text(), options, order.language());
        return call(order, target, prompt, options, document);
    }

    /** The call that summarizes what was chosen of the document. */
    CompletionRequest excerpt(Order order, Target target, String text) {
        SummaryOptions options = order.request().options();
        Prompt prompt = prompts.excerpt(text, options, order.language());
        return call(order, target, prompt, options, Document.of(text));
    }

    /** The call that makes the answer of the summaries of parts. */
    CompletionRequest reduce(Order order, Target target, String parts) {
        SummaryOptions options = order.request().options();
        Prompt prompt = prompts.reduce(parts, options, order.language());
        return call(order, target, prompt, options, Document.of(parts));
    }

    /** The call that summarizes a part in so many words. */
    CompletionRequest part(Order order, Target target, String text, int words) {
        SummaryOptions options = plain(order, words);
        Prompt prompt = prompts.part(text, options, order.language());
        return call(order, target, prompt, options, Document.of(text));
    }

    /** The call that makes the summaries of parts one of so many words, to be read again. */
    CompletionRequest merge(Order order, Target target, String parts, int words) {
        SummaryOptions options = plain(order, words);
        Prompt prompt = prompts.merge(parts, options, order.language());
        return call(order, target, prompt, options, Document.of(parts));
    }

    private static SummaryOptions plain(Order order, int words) {
        SummaryOptions options = order.request().options();
        return new SummaryOptions(
                Style.PARAGRAPH, words, options.language(), options.focus(), options.model());
    }

    private CompletionRequest call(
            Order order, Target target, Prompt prompt, SummaryOptions options, Document source) {
        int output = OutputLimit.tokens(options.targetWords(), order.language());
        return new CompletionRequest(
                target.model(),
                prompt,
                options,
                source,
                Math.min(target.maxOutput(), output),
                limits);
    }
}

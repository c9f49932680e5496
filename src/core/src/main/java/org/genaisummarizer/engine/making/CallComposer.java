package org.genaisummarizer.engine.making;

import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.Estimate;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.engine.prompt.OutputLimit;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.CompletionRequest.Limits;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Prompt;
import org.genaisummarizer.model.Usage;

/** Turns an order into the call that a target would get, if it fits the target's window. */
public final class CallComposer {

    private final PromptComposer prompts;
    private final TokenCounter tokens;
    private final Limits limits;

    /**
     * @param limits of each call
     */
    public CallComposer(PromptComposer prompts, TokenCounter tokens, Limits limits) {
        this.prompts = prompts;
        this.tokens = tokens;
        this.limits = limits;
    }

    /** The call that summarizes the whole document at once; nothing if it does not fit. */
    public Optional<CompletionRequest> whole(Order order, Target target) {
        String text = order.request().document().text();
        Prompt prompt = prompts.whole(text, order.request().options(), order.language());
        int output =
                Math.min(
                        target.maxOutput(),
                        OutputLimit.tokens(
                                order.request().options().targetWords(), order.language()));
        boolean fits = !target.isLanguageModel() || size(prompt) + output <= target.contextWindow();
        return fits
                ? Optional.of(
                        new CompletionRequest(
                                target.model(),
                                prompt,
                                order.request().options(),
                                order.request().document(),
                                output,
                                limits))
                : Optional.empty();
    }

    /** What one call to the first target that the document fits would come to. */
    public Estimate estimate(Order order) throws MakingFailedException {
        for (Target target : order.targets()) {
            Optional<CompletionRequest> call = whole(order, target);
            if (call.isPresent()) {
                return estimate(target, call.get());
            }
        }
        throw new MakingFailedException(new Failure.DocumentTooLong(), List.of());
    }

    private Estimate estimate(Target target, CompletionRequest call) {
        Usage usage =
                target.isLanguageModel()
                        ? new Usage(size(call.prompt()), call.maxOutputTokens())
                        : Usage.NONE;
        Cost cost = new Cost(target.price().of(usage), target.isLanguageModel());
        return new Estimate(target.provider().name(), target.model(), 1, 1, usage, cost);
    }

    private long size(Prompt prompt) {
        return (long) tokens.count(prompt.instructions()) + tokens.count(prompt.document());
    }
}

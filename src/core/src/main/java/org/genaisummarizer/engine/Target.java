package org.genaisummarizer.engine;

import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.model.ModelRef;
import org.genaisummarizer.model.Price;

/**
 * A model at a provider, with what the operator says about it.
 *
 * @param contextWindow tokens of prompt and answer together
 * @param maxOutput the most tokens that it answers with
 * @param isLanguageModel whether prompts mean anything to it; the built-in summarizer works from
 *     the document itself
 */
public record Target(
        CompletionProvider provider,
        String model,
        int contextWindow,
        int maxOutput,
        Price price,
        boolean isLanguageModel) {

    public Target {
        if (contextWindow < 1 || maxOutput < 1) {
            throw new IllegalArgumentException("contextWindow and maxOutput must be >= 1 tokens");
        }
    }

    public ModelRef ref() {
        return new ModelRef(provider.name(), model);
    }
}

package org.genaisummarizer.provider.extractive;

import java.util.function.Consumer;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.Usage;

/**
 * The built-in summarizer: picks the sentences that stand for the document, in its order and its
 * words. It needs no model, no key and no network, and never fails.
 */
public final class ExtractiveProvider implements CompletionProvider {

    public static final String NAME = "extractive";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Completion complete(CompletionRequest request, Consumer<CompletionChunk> sink) {
        SummaryOptions options = request.options();
        String text =
                Extractor.summarize(
                        request.source().text(),
                        options.style(),
                        options.targetWords(),
                        options.focus());
        sink.accept(new CompletionChunk.Text(text));
        return new Completion(text, FinishReason.STOP, Usage.NONE, request.model());
    }
}

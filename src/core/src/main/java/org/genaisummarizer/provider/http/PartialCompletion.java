package org.genaisummarizer.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a completion so far, whatever the format of its events. Takes the JSON where
 * such a thing should stand, and leaves out what is none.
 */
public final class PartialCompletion {

    private final String requestedModel;
    private final Map<String, FinishReason> reasons;
    private final Consumer<CompletionChunk> sink;
    private final StringBuilder text = new StringBuilder();
    private @Nullable FinishReason finishReason;
    private @Nullable Usage usage;
    private @Nullable String model;

    /**
     * @param reasons the vendor's words for them
     * @param sink gets text and counts as they come
     */
    public PartialCompletion(
            String requestedModel,
            Map<String, FinishReason> reasons,
            Consumer<CompletionChunk> sink) {
        this.requestedModel = requestedModel;
        this.reasons = reasons;
        this.sink = sink;
    }

    /** A piece of text. */
    public void text(JsonNode piece) {
        if (isWord(piece)) {
            text.append(piece.asText());
            sink.accept(new CompletionChunk.Text(piece.asText()));
        }
    }

    /** Why the provider stopped. */
    public void finishReason(JsonNode reason) {
        if (isWord(reason)) {
            finishReason =
                    reasons.getOrDefault(
                            reason.asText(), new FinishReason.Unknown(reason.asText()));
        }
    }

    /** The model that answers, by its own account; the first name counts. */
    public void model(JsonNode name) {
        if (model == null && isWord(name) && !name.asText().isBlank()) {
            model = name.asText();
        }
    }

    /** The tokens so far. */
    public void usage(Usage counted) {
        usage = counted;
        sink.accept(new CompletionChunk.Counted(counted));
    }

    private static boolean isWord(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty();
    }

    public Usage usage() {
        return usage == null ? Usage.NONE : usage;
    }

    public boolean isCounted() {
        return usage != null;
    }

    public boolean hasText() {
        return !text.isEmpty();
    }

    public boolean isFinished() {
        return finishReason != null;
    }

    /**
     * All of it.
     *
     * @throws ProviderException if no finish reason came: the stream was cut
     */
    public Completion whole() throws ProviderException {
        if (finishReason == null) {
            throw new ProviderException(new Failure.Cut());
        }
        return new Completion(
                text.toString(), finishReason, usage(), model == null ? requestedModel : model);
    }
}

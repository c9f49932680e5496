package org.genaisummarizer.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Usage;
import org.genaisummarizer.provider.http.ErrorResponses;
import org.genaisummarizer.provider.http.JsonEvent;
import org.genaisummarizer.provider.http.ServerSentEvent;
import org.genaisummarizer.provider.http.StreamedCall;
import org.jspecify.annotations.Nullable;

/**
 * Makes a completion of the chunks of a chat completion, in OpenAI's dialect and its many
 * relatives'.
 */
final class ChatStream implements StreamedCall.Interpreter {

    private static final String DONE = "[DONE]";

    /** Words that mean a stop in some relative's mouth stand beside OpenAI's own. */
    private static final Map<String, FinishReason> REASONS =
            Map.of(
                    "stop", FinishReason.STOP,
                    "eos", FinishReason.STOP,
                    "eos_token", FinishReason.STOP,
                    "stop_sequence", FinishReason.STOP,
                    "end_turn", FinishReason.STOP,
                    "length", FinishReason.LENGTH,
                    "max_tokens", FinishReason.LENGTH,
                    "content_filter", FinishReason.CONTENT_FILTER);

    private final String requestedModel;
    private final ErrorResponses errors;
    private final Consumer<CompletionChunk> sink;
    private final StringBuilder text = new StringBuilder();
    private @Nullable FinishReason finishReason;
    private @Nullable Usage usage;
    private @Nullable String model;
    private boolean done;

    ChatStream(String requestedModel, ErrorResponses errors, Consumer<CompletionChunk> sink) {
        this.requestedModel = requestedModel;
        this.errors = errors;
        this.sink = sink;
    }

    @Override
    public void take(ServerSentEvent event) throws ProviderException {
        String data = event.data().strip();
        if (data.equals(DONE)) {
            done = true;
            return;
        }
        JsonNode chunk = JsonEvent.parse(data);
        if (chunk.hasNonNull("error")) {
            throw new ProviderException(errors.inside(chunk.get("error").toString()));
        }
        if (model == null
                && chunk.path("model").isTextual()
                && !chunk.path("model").asText().isBlank()) {
            model = chunk.path("model").asText();
        }
        if (chunk.path("usage").isObject()) {
            count(chunk.path("usage"));
        }
        JsonNode choice = chunk.path("choices").path(0);
        refuse(choice.path("delta").path("refusal"));
        add(choice.path("delta").path("content"));
        finish(choice.path("finish_reason"));
    }

    private void count(JsonNode counted) {
        long input = counted.path("prompt_tokens").asLong();
        long cached =
                Math.min(
                        input,
                        counted.path("prompt_tokens_details").path("cached_tokens").asLong());
        usage =
                new Usage(
                        Math.max(0, input),
                        Math.max(0, counted.path("completion_tokens").asLong()),
                        Math.max(0, cached),
                        0);
        sink.accept(new CompletionChunk.Counted(usage));
    }

    private static void refuse(JsonNode refusal) throws ProviderException {
        if (refusal.isTextual() && !refusal.asText().isEmpty()) {
            throw new ProviderException(new Failure.ContentRejected());
        }
    }

    private void add(JsonNode content) {
        if (content.isTextual() && !content.asText().isEmpty()) {
            text.append(content.asText());
            sink.accept(new CompletionChunk.Text(content.asText()));
        }
    }

    private void finish(JsonNode reason) {
        if (reason.isTextual() && !reason.asText().isEmpty()) {
            finishReason =
                    REASONS.getOrDefault(
                            reason.asText(), new FinishReason.Unknown(reason.asText()));
        }
    }

    @Override
    public boolean hasText() {
        return !text.isEmpty();
    }

    @Override
    public boolean isFinished() {
        return finishReason != null;
    }

    @Override
    public boolean isComplete() {
        return done || (finishReason != null && usage != null);
    }

    /**
     * @throws ProviderException if no finish reason came: the stream was cut
     */
    Completion completion() throws ProviderException {
        if (finishReason == null) {
            throw new ProviderException(new Failure.Cut());
        }
        return new Completion(
                text.toString(),
                finishReason,
                usage == null ? Usage.NONE : usage,
                model == null ? requestedModel : model);
    }
}

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
import org.genaisummarizer.provider.http.PartialCompletion;
import org.genaisummarizer.provider.http.ServerSentEvent;
import org.genaisummarizer.provider.http.StreamedCall;

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

    private final ErrorResponses errors;
    private final PartialCompletion partial;
    private boolean done;

    ChatStream(String requestedModel, ErrorResponses errors, Consumer<CompletionChunk> sink) {
        this.errors = errors;
        this.partial = new PartialCompletion(requestedModel, REASONS, sink);
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
        partial.model(chunk.path("model"));
        if (chunk.path("usage").isObject()) {
            count(chunk.path("usage"));
        }
        JsonNode choice = chunk.path("choices").path(0);
        refuse(choice.path("delta").path("refusal"));
        partial.text(choice.path("delta").path("content"));
        partial.finishReason(choice.path("finish_reason"));
    }

    private void count(JsonNode counted) {
        long input = counted.path("prompt_tokens").asLong();
        long cached =
                Math.min(
                        input,
                        counted.path("prompt_tokens_details").path("cached_tokens").asLong());
        partial.usage(
                new Usage(
                        Math.max(0, input),
                        Math.max(0, counted.path("completion_tokens").asLong()),
                        Math.max(0, cached),
                        0));
    }

    private static void refuse(JsonNode refusal) throws ProviderException {
        if (refusal.isTextual() && !refusal.asText().isEmpty()) {
            throw new ProviderException(new Failure.ContentRejected());
        }
    }

    @Override
    public boolean hasText() {
        return partial.hasText();
    }

    @Override
    public boolean isFinished() {
        return partial.isFinished();
    }

    @Override
    public boolean isComplete() {
        return done || (partial.isFinished() && partial.isCounted());
    }

    /**
     * @throws ProviderException if no finish reason came: the stream was cut
     */
    Completion completion() throws ProviderException {
        return partial.whole();
    }
}

package org.genaisummarizer.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Usage;
import org.genaisummarizer.provider.http.ErrorResponses;
import org.genaisummarizer.provider.http.JsonEvent;
import org.genaisummarizer.provider.http.PartialCompletion;
import org.genaisummarizer.provider.http.ServerSentEvent;
import org.genaisummarizer.provider.http.StreamedCall;

/**
 * Makes a completion of the events of a message. Anthropic counts input beside cached input; here
 * the input has it all.
 */
final class MessageStream implements StreamedCall.Interpreter {

    private static final Map<String, FinishReason> REASONS =
            Map.of(
                    "end_turn", FinishReason.STOP,
                    "stop_sequence", FinishReason.STOP,
                    "max_tokens", FinishReason.LENGTH,
                    "refusal", FinishReason.CONTENT_FILTER);

    private final ErrorResponses errors;
    private final PartialCompletion partial;
    private boolean stopped;

    MessageStream(String requestedModel, ErrorResponses errors, Consumer<CompletionChunk> sink) {
        this.errors = errors;
        this.partial = new PartialCompletion(requestedModel, REASONS, sink);
    }

    @Override
    public void take(ServerSentEvent event) throws ProviderException {
        JsonNode data = JsonEvent.parse(event.data());
        // The name stands in the data too, and some relays drop the event line.
        switch (data.path("type").asText("")) {
            case "message_start" -> started(data.path("message"));
            case "content_block_delta" -> partial.text(data.path("delta").path("text"));
            case "message_delta" -> {
                count(data.path("usage"));
                partial.finishReason(data.path("delta").path("stop_reason"));
            }
            case "message_stop" -> stopped = true;
            case "error" ->
                    throw new ProviderException(errors.inside(data.path("error").toString()));
            default -> {
                // ping, block starts and stops, and whatever comes to be
            }
        }
    }

    private void started(JsonNode message) {
        partial.model(message.path("model"));
        count(message.path("usage"));
    }

    /** Counts are running totals; one that is not given again stays. */
    private void count(JsonNode counted) {
        if (!counted.isObject()) {
            return;
        }
        Usage usage = partial.usage();
        long cached = total(counted.path("cache_read_input_tokens"), usage.cachedInput());
        long written = total(counted.path("cache_creation_input_tokens"), usage.cacheWrite());
        long fresh =
                total(
                        counted.path("input_tokens"),
                        usage.input() - usage.cachedInput() - usage.cacheWrite());
        long output = total(counted.path("output_tokens"), usage.output());
        partial.usage(new Usage(fresh + cached + written, output, cached, written));
    }

    private static long total(JsonNode count, long before) {
        return count.isIntegralNumber() ? Math.max(0, count.asLong()) : before;
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
        // The stop reason and the last count come in one event; the stop event adds nothing.
        return stopped || partial.isFinished();
    }

    /**
     * @throws ProviderException if no stop reason came: the stream was cut
     */
    Completion completion() throws ProviderException {
        return partial.whole();
    }
}

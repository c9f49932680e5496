package org.genaisummarizer.provider.openai;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Secret;
import org.genaisummarizer.provider.http.Endpoint;
import org.genaisummarizer.provider.http.ErrorResponses;
import org.genaisummarizer.provider.http.RestClients;
import org.genaisummarizer.provider.http.StreamedCall;
import org.genaisummarizer.provider.http.Timers;

/**
 * OpenAI's chat completions, and all servers that speak them: Azure OpenAI, vLLM, Ollama, Triton's
 * frontend. Nothing is connected before the first call.
 */
public final class OpenAiProvider implements CompletionProvider {

    private final Settings settings;
    private final ChatCompletionsApi api;
    private final StreamedCall call;
    private final ErrorResponses errors;

    /** How the key is sent. */
    public enum KeyHeader {
        /** {@code Authorization: Bearer …}. */
        BEARER,
        /** {@code api-key: …}, as Azure OpenAI takes it. */
        API_KEY
    }

    /** What the server calls the output limit. */
    public enum LimitField {
        /** OpenAI's present name. */
        MAX_COMPLETION_TOKENS("max_completion_tokens"),
        /** Its former one, which most other servers know alone. */
        MAX_TOKENS("max_tokens");

        private final String wire;

        LimitField(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    /**
     * @param name the operator's name for it
     * @param key none for a server that asks for none
     */
    public record Settings(
            String name,
            Endpoint endpoint,
            Optional<Secret> key,
            KeyHeader keyHeader,
            LimitField limitField) {}

    public OpenAiProvider(Settings settings, Timers timers, Clock clock) {
        this.settings = settings;
        this.api = RestClients.create(ChatCompletionsApi.class, settings.endpoint());
        this.errors = new ErrorResponses(clock);
        this.call = new StreamedCall(timers, errors);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Completion complete(CompletionRequest request, Consumer<CompletionChunk> sink)
            throws ProviderException, InterruptedException {
        ChatStream stream = new ChatStream(request.model(), errors, sink);
        byte[] body = ChatRequest.of(request, settings.limitField());
        call.run(
                api.create(key(KeyHeader.BEARER, "Bearer "), key(KeyHeader.API_KEY, ""), body),
                request.limits(),
                stream);
        return stream.completion();
    }

    private @org.jspecify.annotations.Nullable String key(KeyHeader header, String prefix) {
        return settings.keyHeader() == header
                ? settings.key().map(key -> prefix + key.reveal()).orElse(null)
                : null;
    }
}

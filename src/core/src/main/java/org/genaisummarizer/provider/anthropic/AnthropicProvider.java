package org.genaisummarizer.provider.anthropic;

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

/** Anthropic's messages. Nothing is connected before the first call. */
public final class AnthropicProvider implements CompletionProvider {

    private static final String VERSION = "2023-06-01";

    private final Settings settings;
    private final MessagesApi api;
    private final StreamedCall call;
    private final ErrorResponses errors;

    /**
     * @param name the operator's name for it
     * @param key none for a server that asks for none
     */
    public record Settings(String name, Endpoint endpoint, Optional<Secret> key) {}

    public AnthropicProvider(Settings settings, Timers timers, Clock clock) {
        this.settings = settings;
        this.api = RestClients.create(MessagesApi.class, settings.endpoint());
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
        MessageStream stream = new MessageStream(request.model(), errors, sink);
        call.run(
                api.create(
                        settings.key().map(Secret::reveal).orElse(null),
                        VERSION,
                        MessageRequest.of(request)),
                request.limits(),
                stream);
        return stream.completion();
    }
}

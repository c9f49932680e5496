package org.genaisummarizer.app;

import java.time.Clock;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.provider.anthropic.AnthropicProvider;
import org.genaisummarizer.provider.http.Timers;
import org.genaisummarizer.provider.openai.OpenAiProvider;

/** Makes the clients of the two formats that providers speak. */
interface Vendors {

    CompletionProvider openAi(OpenAiProvider.Settings settings);

    CompletionProvider anthropic(AnthropicProvider.Settings settings);

    /** The real ones, which need the running application for their HTTP clients. */
    record OverHttp(Timers timers, Clock clock) implements Vendors {

        @Override
        public CompletionProvider openAi(OpenAiProvider.Settings settings) {
            return new OpenAiProvider(settings, timers, clock);
        }

        @Override
        public CompletionProvider anthropic(AnthropicProvider.Settings settings) {
            return new AnthropicProvider(settings, timers, clock);
        }
    }
}

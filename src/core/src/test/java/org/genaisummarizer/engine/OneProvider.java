package org.genaisummarizer.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.model.Usage;
import org.genaisummarizer.testing.time.ManualClock;
import org.jspecify.annotations.Nullable;

/** Answers each call with another text, or fails as it is told; and an engine that has no other. */
public final class OneProvider implements CompletionProvider {

    private Failure.@Nullable OfProvider failure;
    private String text = "The council met on Monday, number ";
    private int calls;

    /** From now on, or until it is told otherwise. */
    public void failsWith(Failure.@Nullable OfProvider now) {
        failure = now;
    }

    /** What an answer says before its number. */
    public void says(String words) {
        text = words;
    }

    /** Answers so far. */
    public int calls() {
        return calls;
    }

    public Summarizer summarizer(ManualClock clock) {
        return summarizer(clock, SummaryObserver.NONE);
    }

    public Summarizer summarizer(ManualClock clock, SummaryObserver observer) {
        Target target = new Target(this, "gpt", 8_192, 4_096, Price.FREE, true);
        return new SummarizerFactory(
                        Engines.outside(clock, clock::sleep, observer), EngineSettings.DEFAULT)
                .create(new Route(List.of(target)), Optional.empty());
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Completion complete(CompletionRequest request, Consumer<CompletionChunk> sink)
            throws ProviderException {
        if (failure != null) {
            throw new ProviderException(failure);
        }
        calls++;
        String answer = text + calls + ".";
        sink.accept(new CompletionChunk.Text(answer));
        return new Completion(answer, FinishReason.STOP, Usage.NONE, request.model());
    }
}

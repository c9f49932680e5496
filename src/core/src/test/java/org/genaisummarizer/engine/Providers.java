package org.genaisummarizer.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.model.Usage;

/** Providers that do as they are told, call by call; the last order holds for ever. */
public final class Providers {

    private Providers() {}

    /** What a provider does with a call. */
    @FunctionalInterface
    public interface Act {
        Completion play(CompletionRequest request, Consumer<CompletionChunk> sink)
                throws ProviderException, InterruptedException;
    }

    /** Answers in these pieces. */
    public static Act says(String... pieces) {
        return (request, sink) -> {
            for (String piece : pieces) {
                sink.accept(new CompletionChunk.Text(piece));
            }
            return new Completion(
                    String.join("", pieces), FinishReason.STOP, new Usage(100, 10), "model-1");
        };
    }

    public static Act stops(FinishReason reason, String text) {
        return (request, sink) -> {
            sink.accept(new CompletionChunk.Text(text));
            return new Completion(text, reason, new Usage(100, 10), "model-1");
        };
    }

    public static Act fails(Failure.OfProvider failure) {
        return (request, sink) -> {
            throw new ProviderException(failure);
        };
    }

    /** Says something, and then fails. */
    public static Act failsAfter(String text, Failure.OfProvider failure) {
        return (request, sink) -> {
            sink.accept(new CompletionChunk.Text(text));
            throw new ProviderException(failure);
        };
    }

    /** A provider with a price of 1 USD per million input tokens and 10 per million output. */
    public static final class Scripted implements CompletionProvider {

        private final String name;
        private final List<Act> acts;
        private final AtomicInteger next = new AtomicInteger();
        private final List<CompletionRequest> calls = new ArrayList<>();

        public Scripted(String name, Act... acts) {
            this.name = name;
            this.acts = List.of(acts);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Completion complete(CompletionRequest request, Consumer<CompletionChunk> sink)
                throws ProviderException, InterruptedException {
            synchronized (calls) {
                calls.add(request);
            }
            return acts.get(Math.min(next.getAndIncrement(), acts.size() - 1)).play(request, sink);
        }

        public List<CompletionRequest> calls() {
            synchronized (calls) {
                return List.copyOf(calls);
            }
        }

        public Target target() {
            return target(100_000);
        }

        public Target target(int contextWindow) {
            return new Target(
                    this,
                    "model-1",
                    contextWindow,
                    4_096,
                    new Price(BigDecimal.ONE, BigDecimal.TEN),
                    true);
        }
    }
}

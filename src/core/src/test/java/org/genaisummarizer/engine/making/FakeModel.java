package org.genaisummarizer.engine.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.model.Usage;

/**
 * A model that counts in its own way (4 characters a token), refuses what exceeds its window, and
 * keeps a ledger of what it bills.
 */
public final class FakeModel implements CompletionProvider {

    public static final Price PRICE = new Price(new BigDecimal("3"), new BigDecimal("15"));

    private static final int CHARS_A_TOKEN = 4;

    private final String name;
    private final int window;
    private final List<Asked> asked = new ArrayList<>();
    private Usage billed = Usage.NONE;
    private int inHand;
    private int mostInHand;
    private Script script = (call, sink) -> call.answer("A note on " + call.firstWord() + ".");

    /** What is asked of it, by our prompts' own words. */
    public enum Step {
        WHOLE,
        EXCERPT,
        PART,
        MERGE,
        REDUCE
    }

    /** What it does with a call. */
    @FunctionalInterface
    public interface Script {
        Completion complete(Asked call, Consumer<CompletionChunk> sink)
                throws ProviderException, InterruptedException;
    }

    /**
     * A call that came.
     *
     * @param text what was between the fence's lines
     */
    public record Asked(int number, Step step, String text, CompletionRequest request) {

        public Completion answer(String summary) {
            return ended(summary, FinishReason.STOP);
        }

        public Completion ended(String summary, FinishReason reason) {
            return new Completion(summary, reason, usage(summary), "fake-1");
        }

        public Usage usage(String summary) {
            int input =
                    request.prompt().instructions().length() + request.prompt().document().length();
            return new Usage(input / CHARS_A_TOKEN, summary.length() / CHARS_A_TOKEN + 1);
        }

        public String firstWord() {
            return text.substring(0, Math.min(text.length(), 12)).strip();
        }
    }

    public FakeModel(String name, int window) {
        this.name = name;
        this.window = window;
    }

    public FakeModel does(Script other) {
        script = other;
        return this;
    }

    public Target target() {
        return new Target(this, "fake", window, 1_000, PRICE, true);
    }

    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(Step step) {
        return asked().stream().filter(call -> call.step() == step).toList();
    }

    public synchronized void forget() {
        asked.clear();
        billed = Usage.NONE;
    }

    /** Its ledger. */
    public synchronized Usage billed() {
        return billed;
    }

    public synchronized int mostInHand() {
        return mostInHand;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Completion complete(CompletionRequest request, Consumer<CompletionChunk> sink)
            throws ProviderException, InterruptedException {
        Asked call = begin(request);
        try {
            if (call.usage("").input() + request.maxOutputTokens() > window) {
                throw new ProviderException(new Failure.ContextExceeded());
            }
            Completion completion = script.complete(call, sink);
            sink.accept(new CompletionChunk.Text(completion.text()));
            bill(completion.usage());
            return completion;
        } finally {
            end();
        }
    }

    private synchronized Asked begin(CompletionRequest request) {
        String fenced = request.prompt().document();
        String text = fenced.substring(fenced.indexOf('\n') + 1, fenced.lastIndexOf('\n'));
        Step step = step(request.prompt().instructions());
        Asked call = new Asked(asked.size(), step, text, request);
        asked.add(call);
        inHand++;
        mostInHand = Math.max(mostInHand, inHand);
        return call;
    }

    /** For what a call that fails has used. */
    public synchronized void bill(Usage usage) {
        billed = billed.plus(usage);
    }

    private synchronized void end() {
        inHand--;
    }

    private static Step step(String instructions) {
        if (instructions.contains("one piece of a longer one")) {
            return Step.PART;
        }
        if (instructions.contains("Make them one")) {
            return Step.MERGE;
        }
        if (instructions.contains("one summary of that whole")) {
            return Step.REDUCE;
        }
        return instructions.contains("is an excerpt") ? Step.EXCERPT : Step.WHOLE;
    }
}

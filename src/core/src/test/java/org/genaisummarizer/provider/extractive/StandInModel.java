package org.genaisummarizer.provider.extractive;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Usage;

/**
 * A model for measurements: it takes its time, counts tokens as OpenAI's models do, refuses what
 * exceeds its window, and answers with sentences of what it is given.
 */
final class StandInModel implements CompletionProvider {

    private final Encoding encoding =
            Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private final ExtractiveProvider answers = new ExtractiveProvider();
    private final int window;
    private final Duration latency;
    private final Runnable onCall;
    private final List<Call> calls = new ArrayList<>();
    private int refused;

    /**
     * @param last whether it is the call that makes the answer
     */
    record Call(long millis, boolean last, Usage usage) {}

    /**
     * @param onCall is run while a call is in hand
     */
    StandInModel(int window, Duration latency, Runnable onCall) {
        this.window = window;
        this.latency = latency;
        this.onCall = onCall;
    }

    @Override
    public String name() {
        return "stand-in";
    }

    @Override
    public Completion complete(CompletionRequest request, Consumer<CompletionChunk> sink)
            throws ProviderException, InterruptedException {
        long start = System.nanoTime();
        onCall.run();
        Thread.sleep(latency);
        int input =
                encoding.countTokens(request.prompt().instructions())
                        + encoding.countTokens(request.prompt().document());
        if (input + request.maxOutputTokens() > window) {
            refused();
            throw new ProviderException(new Failure.ContextExceeded());
        }
        String text = answers.complete(request, piece -> {}).text();
        Usage usage = new Usage(input, encoding.countTokens(text));
        String instructions = request.prompt().instructions();
        boolean last =
                !instructions.contains("piece of a longer") && !instructions.contains("Make them");
        took(new Call((System.nanoTime() - start) / 1_000_000, last, usage));
        sink.accept(new CompletionChunk.Text(text));
        return new Completion(text, FinishReason.STOP, usage, "stand-in-1");
    }

    private synchronized void took(Call call) {
        calls.add(call);
    }

    private synchronized void refused() {
        refused++;
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Calls that did not fit its window. */
    synchronized int refusals() {
        return refused;
    }

    synchronized void forget() {
        calls.clear();
    }
}

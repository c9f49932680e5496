package org.genaisummarizer.engine.attempt;

import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;

/** Tells an answer from what only looks like one. */
public final class CompletionGuard {

    /** Below this, our estimate is too coarse to accuse anybody. */
    private static final int LEAST_TOKENS = 2_000;

    /** Our estimate may be above the truth, but not by that much. */
    private static final double LEAST_SHARE = 0.6;

    private final TokenCounter tokens;

    public CompletionGuard(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /**
     * @throws ProviderException if this is no answer to the request
     */
    public void check(CompletionRequest request, Completion completion) throws ProviderException {
        switch (completion.finishReason()) {
            case FinishReason.Unknown unknown -> throw unusable("unknown-finish-reason");
            case FinishReason.ContentFilter filter ->
                    throw new ProviderException(new Failure.ContentRejected());
            case FinishReason.Stop stop -> requireText(completion);
            case FinishReason.Length length -> requireText(completion);
        }
        if (isSilentlyCut(request, completion)) {
            throw new ProviderException(new Failure.ContextExceeded());
        }
    }

    private static void requireText(Completion completion) throws ProviderException {
        if (completion.text().isBlank()) {
            throw unusable("empty");
        }
    }

    private static ProviderException unusable(String why) {
        return new ProviderException(new Failure.Unusable(why));
    }

    /**
     * Some servers drop what does not fit their window and answer as if nothing were; their own
     * count gives them away.
     */
    private boolean isSilentlyCut(CompletionRequest request, Completion completion) {
        long counted = completion.usage().input();
        if (counted == 0) {
            return false;
        }
        int expected = tokens.count(request.prompt().document());
        return expected >= LEAST_TOKENS && counted < expected * LEAST_SHARE;
    }
}

package org.genaisummarizer.engine.port;

import java.util.function.Consumer;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;

/**
 * Somebody who answers prompts. An implementation makes one call a time asked, never two, and keeps
 * no policy.
 */
public interface CompletionProvider {

    /** The operator's name for it, as in {@code provider/model}. */
    String name();

    /**
     * Makes one streaming call and blocks until it ended. Interrupting the thread cancels the call.
     *
     * @param sink gets the pieces on the calling thread, in order; what it throws cancels the call
     *     and is thrown on
     * @throws ProviderException if there is no whole answer
     * @throws InterruptedException if the thread was interrupted
     */
    Completion complete(CompletionRequest request, Consumer<CompletionChunk> sink)
            throws ProviderException, InterruptedException;
}

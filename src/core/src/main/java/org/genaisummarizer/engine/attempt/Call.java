package org.genaisummarizer.engine.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Usage;

/** One call to a provider, and what is known of it while it runs and after. */
final class Call {

    private final Target target;
    private final RunListener listener;
    private final Clock clock;
    private final Instant start;
    private final StringBuilder text = new StringBuilder();
    private Usage counted = Usage.NONE;

    Call(Target target, RunListener listener, Clock clock) {
        this.target = target;
        this.listener = listener;
        this.clock = clock;
        this.start = clock.instant();
    }

    Completion make(CompletionRequest limited) throws ProviderException, InterruptedException {
        return target.provider().complete(limited, this::took);
    }

    private void took(CompletionChunk chunk) {
        switch (chunk) {
            case CompletionChunk.Counted count -> counted = count.usage();
            case CompletionChunk.Text piece -> {
                if (piece.delta().isEmpty()) {
                    return;
                }
                if (text.isEmpty()) {
                    listener.firstToken(target, time());
                }
                text.append(piece.delta());
                listener.delta(piece.delta());
            }
        }
    }

    /** What has come so far. */
    CharSequence text() {
        return text;
    }

    /** What the provider has counted so far. */
    Usage counted() {
        return counted;
    }

    Duration time() {
        return Duration.between(start, clock.instant());
    }
}

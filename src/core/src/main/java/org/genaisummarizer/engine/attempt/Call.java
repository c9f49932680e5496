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
    private final ShownText text = new ShownText();
    private Usage counted = Usage.NONE;
    private boolean whole;

    Call(Target target, RunListener listener, Clock clock) {
        this.target = target;
        this.listener = listener;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** The answer, its text being what was shown. */
    Completion make(CompletionRequest limited) throws ProviderException, InterruptedException {
        Completion completion = target.provider().complete(limited, this::took);
        whole = true;
        if (!completion.usage().equals(Usage.NONE)) {
            counted = completion.usage();
        }
        if (text.isEmpty()) {
            took(new CompletionChunk.Text(completion.text()));
        }
        return new Completion(
                text.text().toString(), completion.finishReason(), counted, completion.model());
    }

    private void took(CompletionChunk chunk) {
        switch (chunk) {
            case CompletionChunk.Counted count -> counted = count.usage();
            case CompletionChunk.Text piece -> show(piece.delta());
        }
    }

    private void show(String piece) {
        boolean first = text.isEmpty();
        String visible = text.add(piece);
        if (visible.isEmpty()) {
            return;
        }
        if (first) {
            listener.firstToken(target, time());
        }
        listener.delta(visible);
    }

    /** What has been shown so far. */
    CharSequence text() {
        return text.text();
    }

    /** What the provider has counted so far. */
    Usage counted() {
        return counted;
    }

    /** Whether the provider said all it had to say, its count included. */
    boolean isWhole() {
        return whole;
    }

    Duration time() {
        return Duration.between(start, clock.instant());
    }
}

package org.genaisummarizer.provider.guard;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Failure;

/**
 * Gives a provider its circuit breaker, and its bulkhead: so many calls at once, so that a slow
 * provider does not bind everything. A call that may not be made ends at once as {@link
 * Failure.Resting}, for the engine to ask the next.
 */
public final class GuardedProvider implements CompletionProvider {

    private static final Duration BUSY = Duration.ofSeconds(1);

    private final CompletionProvider inner;
    private final CircuitBreaker breaker;
    private final Semaphore bulkhead;

    /**
     * @param failures running that open the circuit
     * @param rest for how long it is open
     * @param mostCalls at once
     */
    public record Limits(int failures, Duration rest, int mostCalls) {
        public Limits {
            if (mostCalls < 1) {
                throw new IllegalArgumentException("mostCalls must be >= 1");
            }
        }
    }

    public GuardedProvider(CompletionProvider inner, Limits limits, Clock clock) {
        this.inner = inner;
        this.breaker = new CircuitBreaker(limits.failures(), limits.rest(), clock);
        this.bulkhead = new Semaphore(limits.mostCalls());
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public Completion complete(CompletionRequest request, Consumer<CompletionChunk> sink)
            throws ProviderException, InterruptedException {
        if (!bulkhead.tryAcquire()) {
            throw new ProviderException(new Failure.Resting(BUSY));
        }
        try {
            if (!breaker.admits()) {
                throw new ProviderException(new Failure.Resting(breaker.remaining()));
            }
            return observed(request, sink);
        } finally {
            bulkhead.release();
        }
    }

    private Completion observed(CompletionRequest request, Consumer<CompletionChunk> sink)
            throws ProviderException, InterruptedException {
        boolean told = false;
        try {
            Completion completion = inner.complete(request, sink);
            breaker.succeeded();
            told = true;
            return completion;
        } catch (ProviderException e) {
            if (e.failure().isOutage()) {
                breaker.failed();
            } else {
                breaker.succeeded();
            }
            told = true;
            throw e;
        } finally {
            if (!told) {
                breaker.undecided();
            }
        }
    }
}

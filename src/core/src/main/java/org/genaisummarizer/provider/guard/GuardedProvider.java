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
import org.genaisummarizer.provider.guard.CircuitBreaker.Outcome;

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
            CircuitBreaker.Permit permit =
                    breaker.permit()
                            .orElseThrow(
                                    () ->
                                            new ProviderException(
                                                    new Failure.Resting(breaker.remaining())));
            return observed(request, sink, permit);
        } finally {
            bulkhead.release();
        }
    }

    private Completion observed(
            CompletionRequest request, Consumer<CompletionChunk> sink, CircuitBreaker.Permit permit)
            throws ProviderException, InterruptedException {
        Outcome outcome = Outcome.UNKNOWN;
        try {
            Completion completion = inner.complete(request, sink);
            outcome = Outcome.WELL;
            return completion;
        } catch (ProviderException e) {
            outcome = e.failure().isOutage() ? Outcome.ILL : Outcome.WELL;
            throw e;
        } finally {
            permit.ended(outcome);
        }
    }
}

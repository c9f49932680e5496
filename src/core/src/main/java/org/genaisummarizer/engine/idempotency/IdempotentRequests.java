package org.genaisummarizer.engine.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.genaisummarizer.engine.making.MakingFailedException;
import org.genaisummarizer.engine.port.IdempotencyStore;
import org.genaisummarizer.engine.port.IdempotencyStore.Claim;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryRequest;

/**
 * Does a request that carries an Idempotency-Key once. Only successes are kept: a failure gives the
 * key free, because whoever sends the key again wants the summary, not the same bad news.
 */
public final class IdempotentRequests {

    /** Beyond the deadline, for the time between the answer and its being kept. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final IdempotencyStore store;
    private final Duration timeToLive;
    private final Clock clock;

    /** How a request is done. */
    @FunctionalInterface
    public interface Work {
        Summary summary() throws MakingFailedException, InterruptedException;
    }

    /**
     * @param timeToLive of an outcome
     */
    public IdempotentRequests(IdempotencyStore store, Duration timeToLive, Clock clock) {
        this.store = store;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    /**
     * @param sink gets the text of an outcome that is told again
     * @throws MakingFailedException if the work fails, still runs elsewhere, or the key belongs to
     *     another request
     */
    public Summary once(
            SummaryRequest request, Fingerprint fingerprint, Consumer<SummaryEvent> sink, Work work)
            throws MakingFailedException, InterruptedException {
        if (request.idempotencyKey().isEmpty()) {
            return work.summary();
        }
        IdempotencyKey key = request.idempotencyKey().get();
        Duration expiry = request.deadline().remaining(clock).plus(GRACE);
        return switch (store.claim(request.caller(), key, fingerprint, expiry)) {
            case Claim.Taken taken -> claimed(request, key, fingerprint, work);
            case Claim.Done done -> again(done.summary(), sink);
            case Claim.InProgress running -> throw failed(new Failure.IdempotencyInProgress());
            case Claim.Conflict conflict -> throw failed(new Failure.IdempotencyConflict());
        };
    }

    private static Summary again(Summary summary, Consumer<SummaryEvent> sink) {
        sink.accept(new SummaryEvent.Delta(summary.text()));
        return summary.servedTo(summary.id(), CacheStatus.HIT);
    }

    private Summary claimed(
            SummaryRequest request, IdempotencyKey key, Fingerprint fingerprint, Work work)
            throws MakingFailedException, InterruptedException {
        boolean done = false;
        try {
            Summary summary = work.summary();
            store.complete(request.caller(), key, fingerprint, summary, timeToLive);
            done = true;
            return summary;
        } finally {
            if (!done) {
                store.abandon(request.caller(), key, fingerprint);
            }
        }
    }

    private static MakingFailedException failed(Failure failure) {
        return new MakingFailedException(failure, List.of());
    }
}

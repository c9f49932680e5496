package org.genaisummarizer.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.genaisummarizer.engine.making.MakingFailedException;
import org.genaisummarizer.model.Failure;

/**
 * Bounds the requests in hand: beyond what memory and providers bear, an early "later" is kinder
 * than a late failure, and one tenant's crowd is not to be another's outage.
 */
final class Admission {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int mostOfTenant;
    private final Semaphore places;
    private final Map<String, Integer> inHand = new ConcurrentHashMap<>();

    Admission(RequestBounds bounds) {
        this.mostOfTenant = bounds.ofTenant();
        this.places = new Semaphore(bounds.all());
    }

    /**
     * @throws MakingFailedException if there is no place
     */
    Place enter(String tenant) throws MakingFailedException {
        // In this order, so that a tenant without a bound of its own is never told that it has one.
        if (!places.tryAcquire()) {
            throw refused(new Failure.Overloaded(RETRY_AFTER));
        }
        if (inHand.merge(tenant, 1, Integer::sum) > mostOfTenant) {
            leave(tenant);
            throw refused(new Failure.TooManyRequests(RETRY_AFTER));
        }
        return () -> leave(tenant);
    }

    private void leave(String tenant) {
        inHand.computeIfPresent(tenant, (any, count) -> count == 1 ? null : count - 1);
        places.release();
    }

    private static MakingFailedException refused(Failure failure) {
        return new MakingFailedException(failure, List.of());
    }

    /** Held while a request is worked on. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}

package org.genaisummarizer.engine.making;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.engine.port.SummaryCache.Stored;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Summary;

/**
 * Lets one of several processes make an answer, while the others wait for it to come into the
 * cache; one of them takes over when the first gave the lease back without an answer that may be
 * kept, or died.
 */
public final class LeasedMaker implements Maker {

    private final Maker inner;
    private final FlightLease lease;
    private final SummaryCache cache;
    private final String owner;
    private final Times times;
    private final Clock clock;
    private final Sleeper sleeper;

    /**
     * @param expiry after which a silent leader counts as dead
     * @param poll how often a follower looks
     */
    public record Times(Duration expiry, Duration poll) {

        public static final Times DEFAULT = new Times(Duration.ofSeconds(5), Duration.ofMillis(50));

        public Times {
            if (poll.isZero() || poll.isNegative() || expiry.compareTo(poll) <= 0) {
                throw new IllegalArgumentException("poll must be > 0 and expiry longer than poll");
            }
        }
    }

    /**
     * @param owner names this process among all that share the lease
     */
    public LeasedMaker(
            Maker inner,
            FlightLease lease,
            SummaryCache cache,
            String owner,
            Times times,
            Clock clock,
            Sleeper sleeper) {
        this.inner = inner;
        this.lease = lease;
        this.cache = cache;
        this.owner = owner;
        this.times = times;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public Summary make(Order order, Draft draft)
            throws MakingFailedException, InterruptedException {
        if (order.request().cache().noCache() || order.request().cache().noStore()) {
            return inner.make(order, draft);
        }
        Deadline deadline = order.request().deadline();
        while (!lease.acquire(order.key(), owner, times.expiry())) {
            if (!deadline.allows(times.poll(), clock)) {
                throw new MakingFailedException(new Failure.DeadlineExceeded(), List.of());
            }
            sleeper.sleep(times.poll());
            Optional<Stored> made = made(order);
            if (made.isPresent()) {
                return order.served(made.get().summary(), CacheStatus.SHARED, draft);
            }
        }
        return lead(order, draft);
    }

    private Summary lead(Order order, Draft draft)
            throws MakingFailedException, InterruptedException {
        // Between the last look and the lease, another leader may have finished.
        Optional<Stored> made = made(order);
        if (made.isPresent()) {
            lease.release(order.key(), owner);
            return order.served(made.get().summary(), CacheStatus.SHARED, draft);
        }
        Thread heartbeat = Thread.ofVirtual().name("lease").start(() -> keep(order));
        try {
            return inner.make(order, draft);
        } finally {
            heartbeat.interrupt();
            lease.release(order.key(), owner);
        }
    }

    private void keep(Order order) {
        try {
            while (true) {
                sleeper.sleep(times.expiry().dividedBy(3));
                lease.acquire(order.key(), owner, times.expiry());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Stored> made(Order order) {
        return cache.find(order.key())
                .filter(
                        stored ->
                                order.request()
                                        .cache()
                                        .accepts(Duration.between(stored.at(), clock.instant())));
    }
}

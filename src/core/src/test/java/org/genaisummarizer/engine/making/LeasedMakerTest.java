package org.genaisummarizer.engine.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.cache.MemoryCache;
import org.genaisummarizer.engine.Providers;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.model.CacheDirectives;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.Samples;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.api.Test;

class LeasedMakerTest {

    private static final Fingerprint KEY = Samples.fingerprint(1);
    private static final Summary SUMMARY = Samples.summary("other", "A bridge.");

    private final ManualClock clock = new ManualClock();
    private final MemoryCache cache = new MemoryCache(1_000_000, clock);
    private final Lease lease = new Lease();
    private int made;

    private LeasedMaker maker() {
        Maker inner =
                (order, draft) -> {
                    made++;
                    return SUMMARY;
                };
        return new LeasedMaker(
                inner, lease, cache, "me", LeasedMaker.Times.DEFAULT, clock, this::sleep);
    }

    /** Time goes on, and what is due at its point happens. */
    private void sleep(Duration time) throws InterruptedException {
        if (Thread.currentThread().getName().equals("lease")) {
            Thread.sleep(Duration.ofDays(1));
        }
        clock.sleep(time);
        lease.tick.run();
    }

    private Order order(CacheDirectives directives) {
        return new Order(
                Samples.request(clock, directives),
                KEY,
                "en",
                List.of(new Providers.Scripted("first").target()));
    }

    private Order order() {
        return order(CacheDirectives.NONE);
    }

    @Test
    void whoHasTheLeaseMakesTheAnswerAndGivesItBack() throws Exception {
        assertThat(maker().make(order(), Draft.UNSEEN)).isEqualTo(SUMMARY);

        assertThat(made).isEqualTo(1);
        assertThat(lease.owner).isEmpty();
    }

    @Test
    void theOthersWaitForTheAnswerAndPayNothing() throws Exception {
        lease.owner = "other";
        lease.tick = () -> cache.store(KEY, SUMMARY, Duration.ofHours(1));

        Summary summary = maker().make(order(), Draft.UNSEEN);

        assertThat(summary.text()).isEqualTo(SUMMARY.text());
        assertThat(summary.cache()).isEqualTo(CacheStatus.SHARED);
        assertThat(made).isZero();
    }

    @Test
    void oneTakesOverWhenTheLeaderIsGone() throws Exception {
        lease.owner = "other";
        lease.tick = () -> lease.owner = "";

        assertThat(maker().make(order(), Draft.UNSEEN)).isEqualTo(SUMMARY);

        assertThat(made).isEqualTo(1);
    }

    @Test
    void whatCameWhileTheLeaseWasTakenIsNotMadeAgain() throws Exception {
        cache.store(KEY, SUMMARY, Duration.ofHours(1));

        assertThat(maker().make(order(), Draft.UNSEEN).cache()).isEqualTo(CacheStatus.SHARED);

        assertThat(made).isZero();
        assertThat(lease.owner).isEmpty();
    }

    @Test
    void aWaitEndsAtTheDeadline() {
        lease.owner = "other";

        assertThatThrownBy(() -> maker().make(order(), Draft.UNSEEN))
                .isInstanceOfSatisfying(
                        MakingFailedException.class,
                        e -> assertThat(e.failure()).isEqualTo(new Failure.DeadlineExceeded()));
    }

    @Test
    void whoWantsNoCacheWaitsForNobody() throws Exception {
        lease.owner = "other";
        CacheDirectives noCache = new CacheDirectives(true, false, false, Optional.empty());

        assertThat(maker().make(order(noCache), Draft.UNSEEN)).isEqualTo(SUMMARY);

        assertThat(made).isEqualTo(1);
        assertThat(clock.sleeps()).isEmpty();
    }

    private static final class Lease implements FlightLease {

        private String owner = "";
        private Runnable tick = () -> {};

        @Override
        public boolean acquire(Fingerprint flight, String who, Duration expiry) {
            if (!owner.isEmpty() && !owner.equals(who)) {
                return false;
            }
            owner = who;
            return true;
        }

        @Override
        public void release(Fingerprint flight, String who) {
            if (owner.equals(who)) {
                owner = "";
            }
        }
    }
}

package org.genaisummarizer.engine.making;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.engine.port.SummaryCache.Stored;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.ModelRef;
import org.genaisummarizer.model.Summary;

/**
 * Keeps what may be kept: a whole answer of the route's first choice for long, one of a fallback
 * for a short time, anything else not at all.
 */
public final class StoringMaker implements Maker {

    private final Maker inner;
    private final SummaryCache cache;
    private final Lifetimes lifetimes;
    private final Clock clock;

    /**
     * @param firstChoice for answers of the route's first choice
     * @param fallback for answers of another
     */
    public record Lifetimes(Duration firstChoice, Duration fallback) {
        public Lifetimes {
            if (firstChoice.isNegative() || fallback.isNegative()) {
                throw new IllegalArgumentException("lifetimes must be >= 0");
            }
        }
    }

    public StoringMaker(Maker inner, SummaryCache cache, Lifetimes lifetimes, Clock clock) {
        this.inner = inner;
        this.cache = cache;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public Summary make(Order order, Draft draft)
            throws MakingFailedException, InterruptedException {
        // Since the caller found nothing, an equal request may have landed.
        Optional<Stored> made = cache.near(order.key());
        if (made.isPresent() && isFresh(order, made.get())) {
            return order.served(made.get().summary(), CacheStatus.HIT, draft);
        }
        Summary summary = inner.make(order, draft);
        if (!order.request().cache().noStore()) {
            lifetime(order, summary).ifPresent(time -> cache.store(order.key(), summary, time));
        }
        return summary;
    }

    private boolean isFresh(Order order, Stored stored) {
        return order.request().cache().accepts(Duration.between(stored.at(), clock.instant()));
    }

    private Optional<Duration> lifetime(Order order, Summary summary) {
        // Coverage is not asked for: a part left out on purpose is left out of every answer with
        // this key.
        boolean whole =
                summary.finishReason().equals(FinishReason.STOP)
                        && summary.coverage().failed() == 0;
        if (!whole || summary.degraded()) {
            return Optional.empty();
        }
        return Optional.of(
                        isFirstChoice(order, summary)
                                ? lifetimes.firstChoice()
                                : lifetimes.fallback())
                .filter(time -> !time.isZero());
    }

    private static boolean isFirstChoice(Order order, Summary summary) {
        ModelRef first = order.targets().getFirst().ref();
        return summary.attempts().stream()
                .filter(Attempt::isCompleted)
                .allMatch(attempt -> isBy(attempt, first));
    }

    private static boolean isBy(Attempt attempt, ModelRef model) {
        return attempt.provider().equals(model.provider()) && attempt.model().equals(model.model());
    }
}

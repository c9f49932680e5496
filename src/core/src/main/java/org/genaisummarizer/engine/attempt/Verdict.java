package org.genaisummarizer.engine.attempt;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Failure.RateLimited;
import org.genaisummarizer.model.Failure.Resting;

/**
 * What a caller is told when every provider failed: the one failure that says most about what to do
 * next.
 */
final class Verdict {

    private Verdict() {}

    static Failure of(List<Failure.OfProvider> failures) {
        if (failures.isEmpty()) {
            return new Failure.Unreachable();
        }
        if (failures.stream().allMatch(Failure.ContextExceeded.class::isInstance)) {
            return new Failure.DocumentTooLong();
        }
        if (failures.stream().anyMatch(RateLimited.class::isInstance)
                && failures.stream().allMatch(Verdict::isAskedToWait)) {
            return new RateLimited(soonest(failures));
        }
        return failures.stream().max(Comparator.comparingInt(Verdict::weight)).orElseThrow();
    }

    private static boolean isAskedToWait(Failure failure) {
        return failure instanceof RateLimited || failure instanceof Resting;
    }

    private static Optional<Duration> soonest(List<Failure.OfProvider> failures) {
        return failures.stream()
                .flatMap(
                        failure ->
                                failure instanceof RateLimited limited
                                        ? limited.retryAfter().stream()
                                        : java.util.stream.Stream.empty())
                .min(Comparator.naturalOrder());
    }

    /**
     * An answer that could not be used says that somebody is there; an outage says more than a
     * provider that rests.
     */
    private static int weight(Failure.OfProvider failure) {
        return switch (failure) {
            case Failure.ContentRejected rejected -> 9;
            case Failure.Unusable unusable -> 8;
            case Failure.Cut cut -> 8;
            case Failure.Stalled stalled -> 8;
            case Failure.ServerError error -> 6;
            case Failure.Silent silent -> 6;
            case Failure.Unreachable unreachable -> 6;
            case Failure.Resting resting -> 5;
            case RateLimited limited -> 4;
            case Failure.Refused refused -> 3;
            case Failure.Misconfigured misconfigured -> 2;
            case Failure.ContextExceeded exceeded -> 1;
        };
    }
}

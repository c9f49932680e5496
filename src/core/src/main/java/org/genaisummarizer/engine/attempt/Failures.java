package org.genaisummarizer.engine.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Failure.Resting;
import org.jspecify.annotations.Nullable;

/** What went wrong in one run so far. */
final class Failures {

    private final List<Failure.OfProvider> ofProviders = new ArrayList<>();
    private @Nullable Failure unaffordable;

    void add(Failure.OfProvider failure) {
        ofProviders.add(failure);
    }

    /** A target was left out because its call might cost too much. */
    void unaffordable(Failure why) {
        unaffordable = why;
    }

    /** Whether nobody was asked, because each wants to be left alone for a while. */
    boolean allRest() {
        return !ofProviders.isEmpty() && ofProviders.stream().allMatch(Resting.class::isInstance);
    }

    Stream<Duration> rests() {
        return ofProviders.stream()
                .filter(Resting.class::isInstance)
                .map(failure -> ((Resting) failure).remaining());
    }

    /** What the caller is told. */
    Failure verdict() {
        return ofProviders.isEmpty() && unaffordable != null
                ? unaffordable
                : Verdict.of(ofProviders);
    }
}

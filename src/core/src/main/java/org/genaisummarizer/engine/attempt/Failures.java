package org.genaisummarizer.engine.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Failure.Resting;
import org.jspecify.annotations.Nullable;

/** What went wrong in one run so far. */
final class Failures {

    private final List<Failure.OfProvider> ofProviders = new ArrayList<>();
    private final SortedMap<Integer, Duration> resting = new TreeMap<>();
    private @Nullable Failure unaffordable;

    void add(Failure.OfProvider failure) {
        ofProviders.add(failure);
    }

    /** The target at this place was not asked, because it wants to be left alone for so long. */
    void rests(int choice, Duration remaining) {
        resting.put(choice, remaining);
    }

    /** A target was left out because its call might cost too much. */
    void unaffordable(Failure why) {
        unaffordable = why;
    }

    Optional<Duration> shortestRest() {
        return resting.values().stream().min(Comparator.naturalOrder());
    }

    /** The places of those who rest, who are asked again and so have not failed. */
    List<Integer> takeResting() {
        List<Integer> choices = List.copyOf(resting.keySet());
        resting.clear();
        return choices;
    }

    /** What the caller is told. */
    Failure verdict() {
        List<Failure.OfProvider> all = new ArrayList<>(ofProviders);
        resting.values().forEach(remaining -> all.add(new Resting(remaining)));
        return all.isEmpty() && unaffordable != null ? unaffordable : Verdict.of(all);
    }
}

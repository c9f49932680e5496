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
    private final SortedMap<Integer, Integer> postponed = new TreeMap<>();
    private @Nullable Failure unaffordable;

    void add(Failure.OfProvider failure) {
        ofProviders.add(failure);
    }

    /** The target at this place was not asked, because it wants to be left alone for so long. */
    void rests(int choice, Duration remaining) {
        resting.put(choice, remaining);
    }

    /** The target at this place is worth another attempt, but the next ones come first. */
    void postponed(int choice, int attempts) {
        postponed.put(choice, attempts);
    }

    /** A target was left out because its call might cost too much. */
    void unaffordable(Failure why) {
        unaffordable = why;
    }

    Optional<Duration> shortestRest() {
        return resting.values().stream().min(Comparator.naturalOrder());
    }

    /** Those who rest, who are asked after all and so have not failed. */
    SortedMap<Integer, Integer> takeResting() {
        SortedMap<Integer, Integer> choices = new TreeMap<>();
        resting.keySet().forEach(choice -> choices.put(choice, 0));
        resting.clear();
        return choices;
    }

    /** Those who are worth another attempt, with the attempts that they have had. */
    SortedMap<Integer, Integer> takePostponed() {
        SortedMap<Integer, Integer> choices = new TreeMap<>(postponed);
        postponed.clear();
        return choices;
    }

    /** What the caller is told. */
    Failure verdict() {
        List<Failure.OfProvider> all = new ArrayList<>(ofProviders);
        resting.values().forEach(remaining -> all.add(new Resting(remaining)));
        return all.isEmpty() && unaffordable != null ? unaffordable : Verdict.of(all);
    }
}

package org.genaisummarizer.engine.attempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Deadline;

/**
 * What one request may use, all of its parts together: one deadline, so many attempts, so much
 * money; and the account of what it did use. Safe for parts that run side by side.
 */
public final class Envelope {

    private final Deadline deadline;
    private final Optional<BigDecimal> mostCost;
    private final List<Attempt> attempts = new ArrayList<>();
    private int placesLeft;

    /**
     * @param mostAttempts calls to providers, &gt;= 1
     * @param mostCost USD; empty means no limit
     */
    public Envelope(Deadline deadline, int mostAttempts, Optional<BigDecimal> mostCost) {
        if (mostAttempts < 1) {
            throw new IllegalArgumentException("mostAttempts must be >= 1");
        }
        this.deadline = deadline;
        this.placesLeft = mostAttempts;
        this.mostCost = mostCost;
    }

    public Deadline deadline() {
        return deadline;
    }

    /** Takes one of the attempts; false if none is left or the money is spent. */
    public synchronized boolean takeAttempt() {
        if (placesLeft == 0 || isSpent()) {
            return false;
        }
        placesLeft--;
        return true;
    }

    /** Returns one that was taken for a call that was not made. */
    public synchronized void giveAttemptBack() {
        placesLeft++;
    }

    /** Whether there would be an attempt to take. */
    public synchronized boolean hasAttempts() {
        return placesLeft > 0 && !isSpent();
    }

    private boolean isSpent() {
        return mostCost.isPresent() && cost().amount().compareTo(mostCost.get()) >= 0;
    }

    public synchronized void ended(Attempt attempt) {
        attempts.add(attempt);
    }

    /** What was tried so far, in the order in which it ended. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** What all of that cost. */
    public synchronized Cost cost() {
        return attempts.stream().map(Attempt::cost).reduce(Cost.NONE, Cost::plus);
    }
}

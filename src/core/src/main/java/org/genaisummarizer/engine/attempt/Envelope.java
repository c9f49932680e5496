package org.genaisummarizer.engine.attempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Failure;

/**
 * What one request may use, all of its parts together: one deadline, so many attempts, so much
 * money; and the account of what it did use. Safe for parts that run side by side: a call takes its
 * place before it starts, with the most that it can cost, so that calls in flight count too.
 */
public final class Envelope {

    private final Deadline deadline;
    private final Optional<BigDecimal> mostCost;
    private final List<Attempt> attempts = new ArrayList<>();
    private int placesLeft;
    private BigDecimal reserved = BigDecimal.ZERO;

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

    /** Whether the cost of a call matters. */
    boolean hasCostLimit() {
        return mostCost.isPresent();
    }

    /** Why a call of this cost may not be made for want of money; nothing if it may. */
    synchronized Optional<Failure> tooExpensive(BigDecimal atMost) {
        BigDecimal sum = cost().amount().add(reserved).add(atMost);
        return mostCost.filter(limit -> sum.compareTo(limit) > 0)
                .map(limit -> new Failure.TooExpensive(sum, limit));
    }

    /** Takes one of the attempts; nothing if none is left or the money does not suffice. */
    synchronized Optional<Place> take(BigDecimal atMost) {
        if (placesLeft == 0 || tooExpensive(atMost).isPresent()) {
            return Optional.empty();
        }
        placesLeft--;
        reserved = reserved.add(atMost);
        return Optional.of(new Place(atMost));
    }

    /** Whether there is an attempt to take. */
    synchronized boolean hasAttempts() {
        return placesLeft > 0;
    }

    /** What was tried so far, in the order in which it ended. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** What all of that cost. */
    public synchronized Cost cost() {
        return attempts.stream().map(Attempt::cost).reduce(Cost.NONE, Cost::plus);
    }

    /** One attempt that was taken; ends by one of its methods. */
    final class Place {

        private final BigDecimal atMost;

        private Place(BigDecimal atMost) {
            this.atMost = atMost;
        }

        /** The call was made and came to this. */
        void used(Attempt attempt) {
            synchronized (Envelope.this) {
                reserved = reserved.subtract(atMost);
                attempts.add(attempt);
            }
        }

        /** The call was not made. */
        void unused() {
            synchronized (Envelope.this) {
                reserved = reserved.subtract(atMost);
                placesLeft++;
            }
        }
    }
}

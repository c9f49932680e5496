package org.genaisummarizer.provider.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets a provider rest that failed so many times running; after the rest one probe decides whether
 * it works again. Others are turned away while the probe runs, and calls that began before the rest
 * say nothing any more.
 */
final class CircuitBreaker {

    /** What is told to those who come while a probe runs. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final int threshold;
    private final Duration rest;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private int failures;
    private Instant restsUntil = Instant.MIN;
    private boolean probing;

    /** How a call that was admitted ended. */
    enum Outcome {
        /** It was answered. */
        WELL,
        /** It failed in a way that speaks of the provider's health. */
        ILL,
        /** It says nothing of the provider's health: it was cancelled. */
        UNKNOWN
    }

    /** Leave to make one call; its holder says how the call ended. */
    final class Permit {

        private final boolean probe;

        private Permit(boolean probe) {
            this.probe = probe;
        }

        void ended(Outcome outcome) {
            lock.lock();
            try {
                if (probe) {
                    probing = false;
                } else if (isOpen()) {
                    return;
                }
                count(outcome);
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * @param threshold failures running that open the circuit, &gt;= 1
     * @param rest for how long it is open before a probe
     */
    CircuitBreaker(int threshold, Duration rest, Clock clock) {
        if (threshold < 1) {
            throw new IllegalArgumentException("threshold must be >= 1");
        }
        if (rest.isNegative() || rest.isZero()) {
            throw new IllegalArgumentException("rest must be > 0");
        }
        this.threshold = threshold;
        this.rest = rest;
        this.clock = clock;
    }

    /** Leave to make a call, if there is any. */
    Optional<Permit> permit() {
        lock.lock();
        try {
            if (!isOpen()) {
                return Optional.of(new Permit(false));
            }
            if (probing || clock.instant().isBefore(restsUntil)) {
                return Optional.empty();
            }
            probing = true;
            return Optional.of(new Permit(true));
        } finally {
            lock.unlock();
        }
    }

    /** What is left of the rest, at least a moment while a probe runs. */
    Duration remaining() {
        lock.lock();
        try {
            Duration left = Duration.between(clock.instant(), restsUntil);
            return left.isNegative() || left.isZero() ? MOMENT : left;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen() {
        return failures >= threshold;
    }

    private void count(Outcome outcome) {
        switch (outcome) {
            case WELL -> failures = 0;
            case ILL -> {
                failures++;
                if (isOpen()) {
                    restsUntil = clock.instant().plus(rest);
                }
            }
            case UNKNOWN -> {}
        }
    }
}

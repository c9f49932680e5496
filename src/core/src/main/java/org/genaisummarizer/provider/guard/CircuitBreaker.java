package org.genaisummarizer.provider.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets a provider rest that failed so many times running; after the rest one probe decides whether
 * it works again. Others are turned away while the probe runs.
 */
final class CircuitBreaker {

    private final int threshold;
    private final Duration rest;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private int failures;
    private Instant restsUntil = Instant.MIN;
    private boolean probing;

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

    /** Whether a call may be made; who got a yes says how it ended. */
    boolean admits() {
        lock.lock();
        try {
            if (failures < threshold) {
                return true;
            }
            if (probing || clock.instant().isBefore(restsUntil)) {
                return false;
            }
            probing = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What is left of the rest, at least a moment while a probe runs. */
    Duration remaining() {
        lock.lock();
        try {
            Duration left = Duration.between(clock.instant(), restsUntil);
            return left.isNegative() || left.isZero() ? Duration.ofSeconds(1) : left;
        } finally {
            lock.unlock();
        }
    }

    /** The call was answered. */
    void succeeded() {
        lock.lock();
        try {
            failures = 0;
            probing = false;
        } finally {
            lock.unlock();
        }
    }

    /** The call failed in a way that speaks of the provider's health. */
    void failed() {
        lock.lock();
        try {
            failures++;
            probing = false;
            if (failures >= threshold) {
                restsUntil = clock.instant().plus(rest);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The call says nothing of the provider's health: it was cancelled. */
    void undecided() {
        lock.lock();
        try {
            probing = false;
        } finally {
            lock.unlock();
        }
    }
}

package org.genaisummarizer.provider.http;

import java.time.Duration;

/**
 * Breaks something off that does not go on within its time. Feeding it is cheap: the timer moves
 * only when it went off too early.
 */
final class Watchdog implements AutoCloseable {

    private final Timers timers;
    private final Runnable bite;
    private volatile long endNanos;
    private volatile long alarmNanos = Long.MAX_VALUE;
    private volatile boolean closed;
    private volatile boolean bitten;
    private volatile Runnable cancel = () -> {};

    Watchdog(Timers timers, Runnable bite) {
        this.timers = timers;
        this.bite = bite;
    }

    /** From now on, so much time. */
    synchronized void feed(Duration time) {
        endNanos = System.nanoTime() + time.toNanos();
        if (alarmNanos == Long.MAX_VALUE || endNanos - alarmNanos < 0) {
            cancel.run();
            arm();
        }
    }

    private void arm() {
        long left = endNanos - System.nanoTime();
        alarmNanos = endNanos;
        cancel = timers.after(Math.max(1, left / 1_000_000 + 1), this::alarm);
    }

    private synchronized void alarm() {
        if (closed) {
            return;
        }
        if (System.nanoTime() - endNanos >= 0) {
            bitten = true;
            bite.run();
        } else {
            arm();
        }
    }

    /** Whether it broke the thing off. */
    boolean hasBitten() {
        return bitten;
    }

    @Override
    public synchronized void close() {
        closed = true;
        cancel.run();
    }
}

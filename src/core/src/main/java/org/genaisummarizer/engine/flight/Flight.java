package org.genaisummarizer.engine.flight;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.genaisummarizer.engine.Bugs;
import org.genaisummarizer.engine.making.Draft;
import org.genaisummarizer.engine.making.Maker;
import org.genaisummarizer.engine.making.MakingFailedException;
import org.genaisummarizer.engine.making.Order;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.jspecify.annotations.Nullable;

/**
 * One making and all who wait for it. The text is kept once, and every follower reads on from where
 * it is: a slow one costs no more memory than a fast one. The making runs on a thread of its own,
 * and is cancelled when the last follower has left.
 */
final class Flight implements Draft {

    /** The longest wait before a follower looks at its deadline again, should no news come. */
    private static final long MOST_WAIT_MILLIS = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition landing = lock.newCondition();
    private final StringBuilder text = new StringBuilder();
    private int restarts;
    private String restartReason = "";
    private int done;
    private int of;
    private int followers;
    private boolean abandoned;
    private @Nullable Ending ending;
    private @Nullable Thread worker;

    /** How a making ended. */
    sealed interface Ending {
        record Made(Summary summary) implements Ending {}

        record NotMade(MakingFailedException why) implements Ending {}
    }

    /** Takes a follower aboard; false if the making was cancelled or ended already. */
    boolean board() {
        lock.lock();
        try {
            if (abandoned || ending != null) {
                return false;
            }
            followers++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins the making.
     *
     * @param landed is run when it ended, before anybody hears of it
     */
    void start(Maker maker, Order order, Runnable landed) {
        Thread thread =
                Thread.ofVirtual().name("flight").unstarted(() -> fly(maker, order, landed));
        lock.lock();
        try {
            worker = thread;
        } finally {
            lock.unlock();
        }
        thread.start();
    }

    private void fly(Maker maker, Order order, Runnable landed) {
        Ending end;
        try {
            end = new Ending.Made(maker.make(order, this));
        } catch (MakingFailedException e) {
            end = new Ending.NotMade(e);
        } catch (InterruptedException e) {
            end = new Ending.NotMade(new MakingFailedException(new Failure.Cancelled(), List.of()));
        } catch (RuntimeException | Error e) {
            Bugs.report("making a summary", e);
            end = new Ending.NotMade(new MakingFailedException(new Failure.Internal(), List.of()));
        }
        landed.run();
        change(end);
    }

    private void change(Ending end) {
        lock.lock();
        try {
            ending = end;
            news.signalAll();
            landing.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void delta(String piece) {
        lock.lock();
        try {
            text.append(piece);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void restarted(String reason) {
        lock.lock();
        try {
            text.setLength(0);
            restarts++;
            restartReason = reason;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void progress(int nowDone, int nowOf) {
        lock.lock();
        try {
            done = nowDone;
            of = nowOf;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands the events of the making to a follower until it ended.
     *
     * @throws MakingFailedException with {@link Failure.DeadlineExceeded} if the follower's own
     *     deadline came first
     * @throws InterruptedException if the follower leaves
     */
    Ending follow(Consumer<SummaryEvent> sink, Deadline deadline, Clock clock)
            throws InterruptedException, MakingFailedException {
        try {
            Reader reader = new Reader(sink);
            while (true) {
                Ending end = reader.read(deadline, clock);
                if (end != null) {
                    return end;
                }
            }
        } finally {
            leave();
        }
    }

    /**
     * Waits for the end alone: such a follower is not woken for each piece of the text.
     *
     * @throws MakingFailedException as {@link #follow} does
     * @throws InterruptedException if the follower leaves
     */
    Ending await(Deadline deadline, Clock clock)
            throws InterruptedException, MakingFailedException {
        lock.lockInterruptibly();
        try {
            while (ending == null) {
                awaitOn(landing, deadline, clock);
            }
            return ending;
        } finally {
            lock.unlock();
            leave();
        }
    }

    private static void awaitOn(Condition condition, Deadline deadline, Clock clock)
            throws InterruptedException, MakingFailedException {
        Duration left = deadline.remaining(clock);
        if (left.isZero()) {
            throw new MakingFailedException(new Failure.DeadlineExceeded(), List.of());
        }
        condition.await(
                Math.clamp(left.toMillis() + 1, 1, MOST_WAIT_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void leave() {
        lock.lock();
        try {
            followers--;
            if (followers == 0 && ending == null) {
                abandoned = true;
                if (worker != null) {
                    worker.interrupt();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** One follower's place in the text. */
    private final class Reader {

        private final Consumer<SummaryEvent> sink;
        private int position;
        private int seenRestarts;
        private int seenDone;

        private Reader(Consumer<SummaryEvent> sink) {
            this.sink = sink;
            lock.lock();
            try {
                // Who joins late has seen nothing that could be taken back.
                seenRestarts = restarts;
            } finally {
                lock.unlock();
            }
        }

        /** Waits for news and passes it on, outside the lock, because the sink may be slow. */
        private @Nullable Ending read(Deadline deadline, Clock clock)
                throws InterruptedException, MakingFailedException {
            SummaryEvent restart = null;
            SummaryEvent progress = null;
            SummaryEvent delta = null;
            Ending end;
            lock.lockInterruptibly();
            try {
                while (!hasNews()) {
                    awaitOn(news, deadline, clock);
                }
                if (seenRestarts != restarts) {
                    restart = position > 0 ? new SummaryEvent.Restarted(restartReason) : null;
                    seenRestarts = restarts;
                    position = 0;
                }
                if (seenDone != done) {
                    seenDone = done;
                    progress = new SummaryEvent.Progress(done, of);
                }
                if (position < text.length()) {
                    delta = new SummaryEvent.Delta(text.substring(position));
                    position = text.length();
                }
                end = ending;
            } finally {
                lock.unlock();
            }
            pass(restart);
            pass(progress);
            pass(delta);
            return end;
        }

        private boolean hasNews() {
            return ending != null
                    || seenRestarts != restarts
                    || seenDone != done
                    || position < text.length();
        }

        private void pass(@Nullable SummaryEvent event) {
            if (event != null) {
                sink.accept(event);
            }
        }
    }
}

package org.genaisummarizer.engine.making;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on virtual threads, so many at once, and comes back when all that were begun ended.
 * Interrupting the caller interrupts them all.
 */
final class SideBySide {

    private final List<Task> tasks;
    private final List<Thread> threads = new ArrayList<>();
    private int next;
    private boolean stopped;
    private @Nullable RuntimeException thrown;

    /** What a task means for the others. */
    enum Then {
        GO_ON,
        /** Those in hand may end; no other begins. */
        BEGIN_NO_MORE,
        /** Those in hand are interrupted. */
        CANCEL
    }

    @FunctionalInterface
    interface Task {
        Then run() throws InterruptedException;
    }

    private SideBySide(List<Task> tasks) {
        this.tasks = tasks;
    }

    /**
     * @throws RuntimeException that a task threw; the others are cancelled by it
     */
    static void run(List<Task> tasks, int atOnce) throws InterruptedException {
        SideBySide run = new SideBySide(tasks);
        for (int i = 0; i < Math.min(atOnce, tasks.size()); i++) {
            run.threads.add(Thread.ofVirtual().name("part-", i).unstarted(run::work));
        }
        run.threads.forEach(Thread::start);
        run.join();
        if (run.thrown != null) {
            throw run.thrown;
        }
    }

    private void join() throws InterruptedException {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancel();
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    private void work() {
        try {
            for (Task task = take(); task != null; task = take()) {
                switch (task.run()) {
                    case GO_ON -> {}
                    case BEGIN_NO_MORE -> stop();
                    case CANCEL -> cancel();
                }
            }
        } catch (InterruptedException e) {
            // whoever interrupted us knows
        } catch (RuntimeException e) {
            failed(e);
        } catch (Error e) {
            failed(new IllegalStateException(e.getClass().getName()));
            throw e;
        }
    }

    private synchronized @Nullable Task take() {
        return stopped || next == tasks.size() ? null : tasks.get(next++);
    }

    private synchronized void stop() {
        stopped = true;
    }

    private synchronized void failed(RuntimeException e) {
        if (thrown == null) {
            thrown = e;
        }
        cancel();
    }

    private synchronized void cancel() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }
}

package org.genaisummarizer.server;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.genaisummarizer.api.ProblemJson;
import org.genaisummarizer.api.Problems;
import org.genaisummarizer.engine.Bugs;

/**
 * The requests that are worked on, each on a virtual thread of its own: ended early when its caller
 * leaves or the process goes down.
 */
@ApplicationScoped
class InFlight {

    /** After the grace, for the last events of the streams to be written. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private volatile boolean draining;

    /** Runs the work of a request, and interrupts it if the caller leaves. */
    void run(HttpServerRequest request, Runnable work) {
        Thread thread = Thread.ofVirtual().name("request").unstarted(() -> work(request, work));
        threads.add(thread);
        request.response().closeHandler(left -> thread.interrupt());
        thread.start();
    }

    private void work(HttpServerRequest request, Runnable work) {
        try {
            work.run();
        } catch (UncheckedIOException e) {
            // The caller is gone; nobody is there to be told.
            request.response().reset();
        } catch (RuntimeException e) {
            Bugs.report("answering a request", e);
            if (!request.response().headWritten()) {
                Responses.send(request.response(), ProblemJson.answer(Problems.internal()));
            } else {
                request.response().reset();
            }
        } finally {
            ended(Thread.currentThread());
        }
    }

    private void ended(Thread thread) {
        threads.remove(thread);
        lock.lock();
        try {
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int count() {
        return threads.size();
    }

    boolean isDraining() {
        return draining;
    }

    /** Takes no more requests, lets those in hand finish, and ends those that have not by then. */
    void drain(Duration grace) throws InterruptedException {
        draining = true;
        if (!awaitIdle(grace)) {
            threads.forEach(Thread::interrupt);
            awaitIdle(LAST_WORDS);
        }
    }

    private boolean awaitIdle(Duration time) throws InterruptedException {
        long left = time.toNanos();
        lock.lock();
        try {
            while (!threads.isEmpty()) {
                if (left <= 0) {
                    return false;
                }
                left = idle.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}

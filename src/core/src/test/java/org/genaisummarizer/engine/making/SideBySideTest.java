package org.genaisummarizer.engine.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.genaisummarizer.engine.making.SideBySide.Task;
import org.genaisummarizer.engine.making.SideBySide.Then;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideBySideTest {

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "3, 3", "100, 3", "100, 1"})
    void everyTaskRunsOnce(int count, int atOnce) throws InterruptedException {
        SideBySide.run(tasks(count, this::count), atOnce);

        assertThat(done).hasValue(count);
    }

    @Test
    void afterBeginNoMoreNoOtherBegins() throws InterruptedException {
        SideBySide.run(
                tasks(10, () -> done.incrementAndGet() == 2 ? Then.BEGIN_NO_MORE : Then.GO_ON), 1);

        assertThat(done).hasValue(2);
    }

    @Test
    void cancelInterruptsThoseInHand() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        List<Task> tasks = new ArrayList<>();
        tasks.add(() -> waitForEver(waiting));
        tasks.add(
                () -> {
                    waiting.await();
                    return Then.CANCEL;
                });
        tasks.add(this::count);
        SideBySide.run(tasks, 2);

        assertThat(cancelled).hasValue(1);
        assertThat(done).hasValue(0);
    }

    @Test
    void whatATaskThrowsIsThrownAndCancelsTheOthers() {
        CountDownLatch waiting = new CountDownLatch(1);
        IllegalStateException bug = new IllegalStateException("bug");
        List<Task> tasks = new ArrayList<>();
        tasks.add(() -> waitForEver(waiting));
        tasks.add(
                () -> {
                    waiting.await();
                    throw bug;
                });

        assertThatThrownBy(() -> SideBySide.run(tasks, 2)).isSameAs(bug);
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void interruptingTheCallerInterruptsAllAndWaitsForThem() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(2);
        AtomicInteger told = new AtomicInteger();
        Thread caller =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        SideBySide.run(tasks(5, () -> waitForEver(waiting)), 2);
                                    } catch (InterruptedException e) {
                                        told.set(cancelled.get());
                                    }
                                });
        waiting.await();
        caller.interrupt();
        caller.join();

        assertThat(told).hasValue(2);
    }

    private Then count() {
        done.incrementAndGet();
        return Then.GO_ON;
    }

    private Then waitForEver(CountDownLatch waiting) throws InterruptedException {
        waiting.countDown();
        try {
            new CountDownLatch(1).await();
        } finally {
            cancelled.incrementAndGet();
        }
        return Then.GO_ON;
    }

    private static List<Task> tasks(int count, Task task) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(task);
        }
        return tasks;
    }
}

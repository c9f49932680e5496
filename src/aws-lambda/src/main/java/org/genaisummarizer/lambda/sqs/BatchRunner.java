package org.genaisummarizer.lambda.sqs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.genaisummarizer.model.Deadline;

/**
 * Works on the messages of a batch side by side, a bounded number at a time, and says which were
 * not done. The messages of one FIFO group follow each other, and after one that failed the rest of
 * its group is given back untried. Each message gets a fair share of the time that is left; one
 * that cannot start any more is given back, not lost.
 */
final class BatchRunner {

    private static final Logger LOG = System.getLogger(BatchRunner.class.getName());

    /** Works on one message until the deadline. */
    @FunctionalInterface
    interface Worker {

        /** Whether the message is done and may be deleted. */
        boolean isDone(SqsRecord message, Deadline deadline) throws InterruptedException;
    }

    private final Worker worker;
    private final int sideBySide;
    private final Duration leastTime;
    private final Duration grace;
    private final Clock clock;

    /**
     * @param sideBySide how many messages are worked on at once, &gt;= 1
     * @param leastTime a message with less time than this is not started
     * @param grace how long after the end a message may still come to its own
     */
    BatchRunner(Worker worker, int sideBySide, Duration leastTime, Duration grace, Clock clock) {
        if (sideBySide < 1) {
            throw new IllegalArgumentException("sideBySide must be >= 1");
        }
        this.worker = worker;
        this.sideBySide = sideBySide;
        this.leastTime = leastTime;
        this.grace = grace;
        this.clock = clock;
    }

    /**
     * @param end after which nothing may run
     * @return the ids of the messages that are to be delivered again, in the batch's order
     */
    List<String> run(List<SqsRecord> batch, Deadline end) throws InterruptedException {
        Run run = new Run(batch.size(), end);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (List<SqsRecord> lane : lanes(batch)) {
                threads.execute(() -> run.lane(lane));
            }
            threads.shutdown();
            Duration patience = end.remaining(clock).plus(grace);
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                // One message that hangs must not take the others' results with it.
                LOG.log(Level.ERROR, "a message was not over in time, and is given back");
            }
        } finally {
            threads.shutdownNow();
        }
        return batch.stream()
                .map(SqsRecord::messageId)
                .filter(id -> !run.done.contains(id))
                .toList();
    }

    private static List<List<SqsRecord>> lanes(List<SqsRecord> batch) {
        Map<String, List<SqsRecord>> lanes = new LinkedHashMap<>();
        for (SqsRecord message : batch) {
            String lane =
                    message.group()
                            .map(group -> "group " + group)
                            .orElse("message " + message.messageId());
            lanes.computeIfAbsent(lane, name -> new ArrayList<>()).add(message);
        }
        return List.copyOf(lanes.values());
    }

    /** One batch at work. */
    private final class Run {

        private final Semaphore places = new Semaphore(sideBySide, true);
        private final Set<String> done = ConcurrentHashMap.newKeySet();
        private final AtomicInteger waiting;
        private final Deadline end;

        private Run(int messages, Deadline end) {
            this.waiting = new AtomicInteger(messages);
            this.end = end;
        }

        private void lane(List<SqsRecord> messages) {
            try {
                for (int i = 0; i < messages.size(); i++) {
                    if (!isDone(messages.get(i))) {
                        waiting.addAndGet(-(messages.size() - i - 1));
                        return;
                    }
                    done.add(messages.get(i).messageId());
                }
            } catch (InterruptedException e) {
                // The batch is over; what is not done by now is given back.
                Thread.currentThread().interrupt();
            }
        }

        private boolean isDone(SqsRecord message) throws InterruptedException {
            places.acquire();
            try {
                Duration share = share();
                return share.compareTo(leastTime) >= 0
                        && worker.isDone(message, Deadline.after(clock, share));
            } catch (RuntimeException e) {
                // A bug in one message's work must not take the others' results with it.
                return false;
            } finally {
                places.release();
            }
        }

        /**
         * What is left, divided by the rounds that the waiting messages still need; but as long as
         * there is enough for one message, one gets it.
         */
        private Duration share() {
            int left = waiting.getAndDecrement();
            int rounds = Math.max(1, (left + sideBySide - 1) / sideBySide);
            Duration remaining = end.remaining(clock);
            Duration fair = remaining.dividedBy(rounds);
            boolean isEnough = fair.compareTo(leastTime) >= 0 || remaining.compareTo(leastTime) < 0;
            return isEnough ? fair : leastTime;
        }
    }
}

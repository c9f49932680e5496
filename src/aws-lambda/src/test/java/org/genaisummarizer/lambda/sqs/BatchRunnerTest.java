package org.genaisummarizer.lambda.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.queue.Delivery;
import org.junit.jupiter.api.Test;

class BatchRunnerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Deadline IN_A_MINUTE = new Deadline(NOW.plusSeconds(60));

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    private static SqsRecord sqsRecord(String id, Optional<String> group) {
        return new SqsRecord(new Delivery(id, "{}", Caller.ANONYMOUS, Optional.empty()), group, 1);
    }

    private static SqsRecord message(String id) {
        return sqsRecord(id, Optional.empty());
    }

    private static SqsRecord inGroup(String group, String id) {
        return sqsRecord(id, Optional.of(group));
    }

    private static List<SqsRecord> batch(int messages) {
        return IntStream.range(0, messages).mapToObj(i -> message("m" + i)).toList();
    }

    private BatchRunner runner(int sideBySide, BatchRunner.Worker worker) {
        return new BatchRunner(
                worker, sideBySide, Duration.ofSeconds(1), Duration.ofSeconds(1), clock);
    }

    @Test
    void exactlyTheMessagesThatFailedAreGivenBackInTheirOrder() throws InterruptedException {
        List<String> failed =
                runner(4, (message, deadline) -> !message.messageId().matches("m[37]"))
                        .run(batch(10), IN_A_MINUTE);

        assertThat(failed).containsExactly("m3", "m7");
    }

    @Test
    void aBatchThatIsDoneHasNoFailures() throws InterruptedException {
        assertThat(runner(4, (message, deadline) -> true).run(batch(10), IN_A_MINUTE)).isEmpty();
    }

    @Test
    void aBugInOneMessageFailsThatOneAlone() throws InterruptedException {
        List<String> failed =
                runner(
                                4,
                                (message, deadline) -> {
                                    if (message.messageId().equals("m2")) {
                                        throw new IllegalStateException("a bug");
                                    }
                                    return true;
                                })
                        .run(batch(5), IN_A_MINUTE);

        assertThat(failed).containsExactly("m2");
    }

    @Test
    void aMessageThatHangsIsGivenBackAndTheOthersAreNot() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        BatchRunner.Worker worker =
                (message, deadline) -> {
                    if (!message.messageId().equals("m1")) {
                        return true;
                    }
                    try {
                        never.await();
                        return true;
                    } finally {
                        interrupted.countDown();
                    }
                };

        List<String> failed =
                new BatchRunner(worker, 4, Duration.ofMillis(1), Duration.ZERO, clock)
                        .run(batch(3), new Deadline(NOW.plusMillis(300)));

        assertThat(failed).containsExactly("m1");
        interrupted.await();
    }

    @Test
    void noMoreThanTheBoundRunAtOnceAndThatManyDo() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);

        runner(
                        3,
                        (message, deadline) -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            three.countDown();
                            three.await();
                            running.decrementAndGet();
                            return true;
                        })
                .run(batch(12), IN_A_MINUTE);

        assertThat(most).hasValue(3);
    }

    @Test
    void theTimeLeftIsSharedByTheRoundsThatAreStillToCome() throws InterruptedException {
        Map<String, Duration> shares = new ConcurrentHashMap<>();

        runner(
                        1,
                        (message, deadline) -> {
                            shares.put(message.messageId(), Duration.between(NOW, deadline.at()));
                            return true;
                        })
                .run(batch(3), IN_A_MINUTE);

        // The clock stands still, so what earlier messages did not use goes to the later ones.
        assertThat(shares.values())
                .containsExactlyInAnyOrder(
                        Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void aBatchThatIsTooLongForFairSharesIsBegunAllTheSame() throws InterruptedException {
        List<Duration> shares = Collections.synchronizedList(new ArrayList<>());

        List<String> failed =
                runner(1, (message, deadline) -> shares.add(Duration.between(NOW, deadline.at())))
                        .run(batch(100), IN_A_MINUTE);

        assertThat(failed).isEmpty();
        assertThat(shares)
                .hasSize(100)
                .allMatch(share -> share.compareTo(Duration.ofSeconds(1)) >= 0);
    }

    @Test
    void whatCannotStartInTimeIsGivenBackUntried() throws InterruptedException {
        List<String> tried = Collections.synchronizedList(new ArrayList<>());

        List<String> failed =
                runner(2, (message, deadline) -> tried.add(message.messageId()))
                        .run(batch(4), new Deadline(NOW.plusMillis(900)));

        assertThat(failed).containsExactly("m0", "m1", "m2", "m3");
        assertThat(tried).isEmpty();
    }

    @Test
    void afterAFailureTheRestOfItsGroupIsGivenBackUntriedAndOtherGroupsGoOn()
            throws InterruptedException {
        List<String> tried = Collections.synchronizedList(new ArrayList<>());
        List<SqsRecord> batch =
                Arrays.asList(
                        inGroup("a", "a1"),
                        inGroup("b", "b1"),
                        inGroup("a", "a2"),
                        inGroup("a", "a3"),
                        inGroup("b", "b2"));

        List<String> failed =
                runner(
                                4,
                                (message, deadline) -> {
                                    tried.add(message.messageId());
                                    return !message.messageId().equals("a2");
                                })
                        .run(batch, IN_A_MINUTE);

        assertThat(failed).containsExactly("a2", "a3");
        assertThat(tried)
                .containsExactlyInAnyOrder("a1", "a2", "b1", "b2")
                .containsSubsequence("a1", "a2")
                .containsSubsequence("b1", "b2");
    }

    @Test
    void atLeastOneMessageIsWorkedOnAtATime() {
        assertThatThrownBy(() -> runner(0, (message, deadline) -> true))
                .hasMessage("sideBySide must be >= 1");
    }
}

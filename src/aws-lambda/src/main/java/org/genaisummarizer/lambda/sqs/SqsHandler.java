package org.genaisummarizer.lambda.sqs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.lambda.runtime.Handler;
import org.genaisummarizer.lambda.runtime.Invocation;
import org.genaisummarizer.lambda.runtime.Reply;
import org.genaisummarizer.lambda.runtime.TimeLimit;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.queue.QueueWorker;

/** Works on batches of messages, and answers with those that are to come again. */
public final class SqsHandler implements Handler {

    /** Less time than this makes no summary, so a message is given back instead of begun. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(1);

    /** To deliver the last results, after the last summary was made. */
    private static final Duration DELIVERY = Duration.ofSeconds(2);

    private final BatchRunner batches;
    private final TimeLimit time;

    /**
     * @param deadLetters where messages go that can never be worked on
     * @param sideBySide how many messages are worked on at once, &gt;= 1
     */
    public SqsHandler(
            QueueWorker worker,
            Optional<Outbox> deadLetters,
            int sideBySide,
            TimeLimit time,
            Clock clock) {
        this.batches =
                new BatchRunner(
                        new MessageWorker(worker, deadLetters),
                        sideBySide,
                        LEAST_TIME,
                        DELIVERY,
                        clock);
        this.time = time;
    }

    @Override
    public void handle(Invocation invocation, Reply reply)
            throws IOException, InterruptedException {
        List<SqsRecord> batch = SqsEvent.read(invocation.event());
        Deadline end = new Deadline(time.ofFunction(invocation).at().minus(DELIVERY));
        reply.send(SqsEvent.failures(batches.run(batch, end)));
    }
}

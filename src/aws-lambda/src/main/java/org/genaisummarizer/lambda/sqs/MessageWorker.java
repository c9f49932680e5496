package org.genaisummarizer.lambda.sqs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.genaisummarizer.api.Problem;
import org.genaisummarizer.lambda.sqs.Outbox.NotPutException;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.queue.QueueOutcome;
import org.genaisummarizer.queue.QueueWorker;

/**
 * Has a message worked on. One that can never be worked on is put aside at once, with the reason;
 * where there is no place for that it fails, and the queue's own redrive policy puts it aside after
 * its last delivery.
 */
final class MessageWorker implements BatchRunner.Worker {

    private static final Logger LOG = System.getLogger(MessageWorker.class.getName());

    private final QueueWorker worker;
    private final Optional<Outbox> deadLetters;

    MessageWorker(QueueWorker worker, Optional<Outbox> deadLetters) {
        this.worker = worker;
        this.deadLetters = deadLetters;
    }

    @Override
    public boolean isDone(SqsRecord message, Deadline deadline) {
        return switch (worker.work(message.delivery(), deadline)) {
            case QueueOutcome.Done done -> true;
            case QueueOutcome.Again again -> {
                LOG.log(
                        Level.WARNING,
                        "message {0} is given back: {1}, receive {2}",
                        message.messageId(),
                        again.slug(),
                        message.receiveCount());
                yield false;
            }
            case QueueOutcome.Never never -> isPutAside(message, never.problem());
        };
    }

    private boolean isPutAside(SqsRecord message, Problem problem) {
        LOG.log(
                Level.ERROR,
                "message {0} can never be worked on: {1}",
                message.messageId(),
                problem.slug());
        if (deadLetters.isEmpty()) {
            return false;
        }
        try {
            deadLetters.get().put(letter(message, problem));
            return true;
        } catch (NotPutException e) {
            LOG.log(
                    Level.ERROR,
                    "message {0} could not be put aside: {1}",
                    message.messageId(),
                    e.getMessage());
            return false;
        }
    }

    private static OutMessage letter(SqsRecord message, Problem problem) {
        return new OutMessage(
                message.messageId(),
                message.group().orElse(message.messageId()),
                message.delivery().body(),
                Map.of("reason", problem.slug(), "detail", problem.detail()));
    }
}

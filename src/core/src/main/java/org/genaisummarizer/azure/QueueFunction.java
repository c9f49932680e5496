package org.genaisummarizer.azure;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.api.Problem;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.queue.Delivery;
import org.genaisummarizer.queue.QueueOutcome;
import org.genaisummarizer.queue.QueueWorker;
import org.genaisummarizer.queue.ResultNotSentException;
import org.genaisummarizer.queue.ResultSender;

/**
 * Works on a queued message and says what its host is to do. Who may put messages into the queue is
 * decided by the storage account, and a message of a storage queue says nothing of its sender, so
 * all are worked on for the same caller.
 */
public final class QueueFunction {

    private static final Logger LOG = System.getLogger(QueueFunction.class.getName());

    /** What a storage queue takes. */
    private static final int MOST_BYTES_OF_A_MESSAGE = 65_536;

    private static final String TOO_LARGE = "larger than a message may be";

    private final Summarizer summarizer;
    private final ResultStore results;
    private final long mostBytes;
    private final HostLimits limits;
    private final Duration time;
    private final Clock clock;

    /**
     * @param mostBytes of a message
     * @param time of one summary, within what the host allows
     */
    public QueueFunction(
            Summarizer summarizer,
            ResultStore results,
            long mostBytes,
            HostLimits limits,
            Duration time,
            Clock clock) {
        this.summarizer = summarizer;
        this.results = results;
        this.mostBytes = mostBytes;
        this.limits = limits;
        this.time = limits.time(time);
        this.clock = clock;
    }

    /** Blocks until the summary is made, or it is clear that it will not be. */
    public QueueAnswer answer(QueuedMessage message) {
        KeptResult kept = new KeptResult();
        QueueWorker worker = new QueueWorker(summarizer, results, Optional.of(kept), mostBytes);
        Delivery delivery =
                new Delivery(message.id(), message.body(), Caller.ANONYMOUS, Optional.empty());
        return switch (worker.work(delivery, Deadline.after(clock, time))) {
            case QueueOutcome.Done done -> new QueueAnswer.Done(kept.result);
            case QueueOutcome.Again again -> again(message, again.slug());
            case QueueOutcome.Never never -> aside(message, never.problem());
        };
    }

    /** The host sends it, so it only has to be of a size that can be sent. */
    private static final class KeptResult implements ResultSender {

        private String result = "";

        @Override
        public void send(Delivery delivery, byte[] json) throws ResultNotSentException {
            if (json.length > MOST_BYTES_OF_A_MESSAGE) {
                throw new ResultNotSentException(TOO_LARGE);
            }
            result = new String(json, StandardCharsets.UTF_8);
        }
    }

    /** What the host would put aside now, and say nothing, is put aside here with the reason. */
    private QueueAnswer again(QueuedMessage message, String slug) {
        if (limits.isLast(message)) {
            return aside(
                    message,
                    Problem.of(
                            503,
                            slug,
                            "Given up",
                            "delivered " + message.deliveries() + " times, each time in vain"));
        }
        LOG.log(
                Level.WARNING,
                "message {0} is given back: {1}, delivery {2}",
                message.id(),
                slug,
                message.deliveries());
        return new QueueAnswer.GivenBack(slug);
    }

    private static QueueAnswer aside(QueuedMessage message, Problem problem) {
        String letter = PoisonLetter.of(message, problem);
        if (letter.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_A_MESSAGE) {
            // Cut, it would be lost; the host moves it whole after its last delivery.
            LOG.log(
                    Level.ERROR,
                    "message {0} can never be worked on: {1}; with the reason it is {2}",
                    message.id(),
                    problem.slug(),
                    TOO_LARGE);
            return new QueueAnswer.GivenBack(problem.slug());
        }
        LOG.log(Level.ERROR, "message {0} is put aside: {1}", message.id(), problem.slug());
        return new QueueAnswer.PutAside(letter, problem.slug());
    }
}

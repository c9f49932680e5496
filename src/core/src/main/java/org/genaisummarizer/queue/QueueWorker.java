package org.genaisummarizer.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.api.Problem;
import org.genaisummarizer.api.ProblemException;
import org.genaisummarizer.api.Problems;
import org.genaisummarizer.api.QueueMessage;
import org.genaisummarizer.api.SummaryJson;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.genaisummarizer.model.CacheDirectives;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryEvent.Completed;
import org.genaisummarizer.model.SummaryEvent.Failed;
import org.genaisummarizer.model.SummaryRequest;

/**
 * Works on one queued document. The same message delivered again is paid for once, and its result
 * kept and sent again: whoever asks cannot know which delivery came through.
 */
public final class QueueWorker {

    private final Summarizer summarizer;
    private final ResultStore results;
    private final Optional<ResultSender> sender;
    private final long mostBytes;

    /**
     * @param sender where every result goes as well; without it, a message must have an id
     * @param mostBytes of a message
     */
    public QueueWorker(
            Summarizer summarizer,
            ResultStore results,
            Optional<ResultSender> sender,
            long mostBytes) {
        this.summarizer = summarizer;
        this.results = results;
        this.sender = sender;
        this.mostBytes = mostBytes;
    }

    /** Blocks until the summary is made and delivered, or it is clear that it will not be. */
    public QueueOutcome work(Delivery delivery, Deadline deadline) {
        try {
            QueueMessage message = QueueMessage.parse(delivery.body(), mostBytes);
            requireDestination(message);
            return switch (summarizer.summarize(
                    request(delivery, message, deadline), SummaryEvent.UNHEARD)) {
                case Completed completed -> deliver(delivery, message, completed.summary());
                case Failed failed -> failed(failed);
            };
        } catch (ProblemException e) {
            return new QueueOutcome.Never(e.problem());
        }
    }

    /** Without one, the summary would be paid for and nobody would see it. */
    private void requireDestination(QueueMessage message) throws ProblemException {
        if (message.id().isEmpty() && sender.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            422,
                            "no-destination",
                            "No destination",
                            "id must be given where results are not sent to a queue"));
        }
    }

    private static SummaryRequest request(
            Delivery delivery, QueueMessage message, Deadline deadline) {
        return new SummaryRequest(
                delivery.id(),
                message.document(),
                message.options(),
                delivery.caller(),
                deadline,
                CacheDirectives.NONE,
                Optional.of(new IdempotencyKey("queue-" + digest(delivery))),
                delivery.trace());
    }

    /**
     * Of the body too: a sender may number messages as it likes, and one that it sends again with
     * another document is another request.
     */
    private static String digest(Delivery delivery) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(delivery.id().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return HexFormat.of()
                    .formatHex(sha.digest(delivery.body().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private QueueOutcome deliver(Delivery delivery, QueueMessage message, Summary made) {
        try {
            Summary summary = message.id().map(id -> named(made, id)).orElse(made);
            if (message.id().isPresent()) {
                results.store(delivery.caller(), message.id().get(), summary);
            }
            if (sender.isPresent()) {
                sender.get().send(delivery, SummaryJson.of(summary, message.metadata()));
            }
            return new QueueOutcome.Done();
        } catch (StoreUnavailableException e) {
            return new QueueOutcome.Again("store-unavailable");
        } catch (ResultNotSentException e) {
            return new QueueOutcome.Again("result-not-sent");
        }
    }

    /** Under the name by which its sender knows it. */
    private static Summary named(Summary summary, String id) {
        return new Summary(
                id,
                summary.text(),
                summary.language(),
                summary.finishReason(),
                summary.provider(),
                summary.model(),
                summary.usage(),
                summary.cost(),
                summary.cache(),
                summary.coverage(),
                summary.attempts(),
                summary.degraded());
    }

    private static QueueOutcome failed(Failed failed) {
        Failure failure = failed.failure();
        return isFinal(failure)
                ? new QueueOutcome.Never(Problems.of(failure).withAttempts(List.of()))
                : new QueueOutcome.Again(failure.slug());
    }

    /** Whether the same document would fail in the same way for ever. */
    private static boolean isFinal(Failure failure) {
        return switch (failure) {
            case Failure.ContentRejected rejected -> true;
            case Failure.ContextExceeded exceeded -> true;
            case Failure.DocumentTooLong tooLong -> true;
            case Failure.TooExpensive expensive -> true;
            case Failure.UnknownModel unknown -> true;
            case Failure.OfProvider provider -> false;
            case Failure.OfRequest request -> false;
        };
    }
}

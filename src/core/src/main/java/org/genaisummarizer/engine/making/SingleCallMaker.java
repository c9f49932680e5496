package org.genaisummarizer.engine.making;

import java.time.Duration;
import java.util.function.Function;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.attempt.CompletionRunner;
import org.genaisummarizer.engine.attempt.CompletionRunner.Answer;
import org.genaisummarizer.engine.attempt.Envelope;
import org.genaisummarizer.engine.attempt.Job;
import org.genaisummarizer.engine.attempt.RunFailedException;
import org.genaisummarizer.engine.attempt.RunListener;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.Summary;

/** Makes a summary in one completion. */
public final class SingleCallMaker implements Maker {

    private final CompletionRunner runner;
    private final CallComposer composer;
    private final Function<Order, Envelope> envelopes;
    private final SummaryObserver observer;

    /**
     * @param envelopes what each request may use
     */
    public SingleCallMaker(
            CompletionRunner runner,
            CallComposer composer,
            Function<Order, Envelope> envelopes,
            SummaryObserver observer) {
        this.runner = runner;
        this.composer = composer;
        this.envelopes = envelopes;
        this.observer = observer;
    }

    @Override
    public Summary make(Order order, Draft draft)
            throws MakingFailedException, InterruptedException {
        Envelope envelope = envelopes.apply(order);
        Job job = new Job(order.targets(), target -> composer.whole(order, target));
        try {
            Answer answer = runner.run(job, envelope, new Listener(order, draft));
            return summary(order, answer, envelope);
        } catch (RunFailedException e) {
            throw new MakingFailedException(e.failure(), envelope.attempts());
        }
    }

    private static Summary summary(Order order, Answer answer, Envelope envelope) {
        CacheStatus status =
                order.request().cache().noCache() ? CacheStatus.BYPASSED : CacheStatus.MISS;
        return new Summary(
                order.request().id(),
                answer.completion().text(),
                order.language(),
                answer.completion().finishReason(),
                answer.target().provider().name(),
                answer.completion().model(),
                answer.usage(),
                envelope.cost(),
                status,
                Coverage.WHOLE,
                envelope.attempts(),
                false);
    }

    private final class Listener implements RunListener {

        private final Order order;
        private final Draft draft;

        private Listener(Order order, Draft draft) {
            this.order = order;
            this.draft = draft;
        }

        @Override
        public void delta(String text) {
            draft.delta(text);
        }

        @Override
        public void restarted(String reason) {
            draft.restarted(reason);
        }

        @Override
        public void firstToken(Target target, Duration after) {
            observer.firstToken(order.request(), target.provider().name(), target.model(), after);
        }

        @Override
        public void attemptEnded(Attempt attempt) {
            observer.attemptEnded(order.request(), attempt);
        }
    }
}

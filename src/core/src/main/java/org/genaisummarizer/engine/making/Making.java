package org.genaisummarizer.engine.making;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.attempt.CompletionRunner.Answer;
import org.genaisummarizer.engine.attempt.RunListener;
import org.genaisummarizer.engine.port.CallFacts;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.Usage;

/**
 * One order while it is made.
 *
 * @param parts what became of its parts so far
 */
record Making(Order order, Draft draft, Bill bill, SummaryObserver observer, Parts parts) {

    String text() {
        return order.request().document().text();
    }

    SummaryOptions options() {
        return order.request().options();
    }

    /**
     * @param last the call that wrote the text
     * @param usage of all calls that went into it
     */
    Summary summary(Answer last, FinishReason finish, Usage usage, Coverage coverage) {
        CacheStatus status =
                order.request().cache().noCache() ? CacheStatus.BYPASSED : CacheStatus.MISS;
        return new Summary(
                order.request().id(),
                last.completion().text(),
                order.language(),
                finish,
                last.target().provider().name(),
                last.completion().model(),
                usage,
                bill.cost(),
                status,
                coverage,
                bill.attempts(),
                false);
    }

    /** Hears a call whose text is the answer. */
    RunListener shown() {
        return new Listener(draft, OptionalInt.empty());
    }

    /** Hears a call for a part, whose text nobody sees. */
    RunListener unseen(int part) {
        return new Listener(Draft.UNSEEN, OptionalInt.of(part));
    }

    private final class Listener implements RunListener {

        private final Draft seen;
        private final OptionalInt part;

        private Listener(Draft seen, OptionalInt part) {
            this.seen = seen;
            this.part = part;
        }

        @Override
        public void delta(String text) {
            seen.delta(text);
        }

        @Override
        public void restarted(String reason) {
            seen.restarted(reason);
        }

        @Override
        public void firstToken(Target target, Duration after) {
            observer.observe(
                    order.request(),
                    new Observation.FirstToken(target.provider().name(), target.model(), after));
        }

        @Override
        public void attemptEnded(Attempt attempt, Optional<Completion> answer) {
            CallFacts facts =
                    new CallFacts(
                            part,
                            answer.map(Completion::model),
                            answer.map(Completion::finishReason));
            observer.observe(order.request(), new Observation.AttemptEnded(attempt, facts));
        }
    }
}

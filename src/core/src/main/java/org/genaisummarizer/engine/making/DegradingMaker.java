package org.genaisummarizer.engine.making;

import java.util.ArrayList;
import java.util.List;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Summary;

/**
 * Lets the built-in summarizer stand in, openly, when every provider failed. A request that is
 * itself at fault is not stood in for.
 */
public final class DegradingMaker implements Maker {

    private final Maker inner;
    private final Maker single;
    private final Target standIn;

    /**
     * @param single makes the stand-in's summary
     * @param standIn the built-in summarizer
     */
    public DegradingMaker(Maker inner, Maker single, Target standIn) {
        this.inner = inner;
        this.single = single;
        this.standIn = standIn;
    }

    @Override
    public Summary make(Order order, Draft draft)
            throws MakingFailedException, InterruptedException {
        try {
            return inner.make(order, draft);
        } catch (MakingFailedException e) {
            boolean outage =
                    e.failure() instanceof Failure.OfProvider
                            && !(e.failure() instanceof Failure.ContentRejected);
            if (!outage || order.request().options().model().isPresent()) {
                throw e;
            }
            Order other =
                    new Order(order.request(), order.key(), order.language(), List.of(standIn));
            return degraded(single.make(other, draft), e.attempts());
        }
    }

    private static Summary degraded(Summary summary, List<Attempt> failed) {
        List<Attempt> attempts = new ArrayList<>(failed);
        attempts.addAll(summary.attempts());
        return new Summary(
                summary.id(),
                summary.text(),
                summary.language(),
                summary.finishReason(),
                summary.provider(),
                summary.model(),
                summary.usage(),
                failed.stream().map(Attempt::cost).reduce(summary.cost(), Cost::plus),
                summary.cache(),
                summary.coverage(),
                attempts,
                true);
    }
}

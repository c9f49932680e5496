package org.genaisummarizer.engine.making;

import java.util.List;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryRequest;

/**
 * A request with all that was found out about it.
 *
 * @param key its identity
 * @param language BCP 47 tag of the summary, {@code und} if it cannot be told
 * @param targets who may be asked, in this order
 */
public record Order(
        SummaryRequest request, Fingerprint key, String language, List<Target> targets) {

    public Order {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("an order must have a target");
        }
        targets = List.copyOf(targets);
    }

    /** A summary that was made for somebody else, shown to this order at once. */
    Summary served(Summary summary, CacheStatus status, Draft draft) {
        draft.delta(summary.text());
        return summary.servedTo(request.id(), status);
    }
}

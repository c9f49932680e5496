package org.genaisummarizer.engine.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.attempt.Envelope;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Deadline;

/**
 * What one request used, over all the plans that were made for it. Each plan gets an envelope of
 * its own, with what the earlier ones left of the money; the deadline is that of the request.
 */
final class Bill {

    private final Terms terms;
    private final Deadline deadline;
    private final List<Envelope> envelopes = new ArrayList<>();

    /**
     * @param spareAttempts beyond one for each call of a plan
     * @param mostCost USD that one request may cost
     */
    record Terms(int spareAttempts, Optional<BigDecimal> mostCost) {}

    Bill(Terms terms, Deadline deadline) {
        this.terms = terms;
        this.deadline = deadline;
    }

    /** What a plan of so many calls may use. */
    Envelope open(int calls) {
        Optional<BigDecimal> left = terms.mostCost().map(most -> most.subtract(cost().amount()));
        Envelope envelope = new Envelope(deadline, calls + terms.spareAttempts(), left);
        envelopes.add(envelope);
        return envelope;
    }

    List<Attempt> attempts() {
        return envelopes.stream().flatMap(envelope -> envelope.attempts().stream()).toList();
    }

    Cost cost() {
        return envelopes.stream().map(Envelope::cost).reduce(Cost.NONE, Cost::plus);
    }
}

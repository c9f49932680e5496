package org.genaisummarizer.engine.attempt;

import java.time.Duration;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Usage;

/**
 * What one call used and cost: the provider's own count where there is one, else an estimate that
 * says so.
 */
final class Accountant {

    private final TokenCounter tokens;

    Accountant(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /**
     * @param counted by the provider, {@link Usage#NONE} if it said nothing
     * @param text what it had answered when the call ended
     */
    Attempt account(
            Target target,
            CompletionRequest request,
            String outcome,
            Duration time,
            Usage counted,
            CharSequence text) {
        if (!target.isLanguageModel() || (counted.equals(Usage.NONE) && text.isEmpty())) {
            return attempt(target, outcome, time, counted, false);
        }
        if (counted.equals(Usage.NONE)) {
            int input =
                    tokens.count(request.prompt().instructions())
                            + tokens.count(request.prompt().document());
            return attempt(target, outcome, time, new Usage(input, tokens.count(text)), true);
        }
        if (!outcome.equals(Attempt.COMPLETED) && !text.isEmpty()) {
            // The count that came before the cut knows the input, but not yet the output.
            long output = Math.max(counted.output(), tokens.count(text));
            Usage used =
                    new Usage(counted.input(), output, counted.cachedInput(), counted.cacheWrite());
            return attempt(target, outcome, time, used, !used.equals(counted));
        }
        return attempt(target, outcome, time, counted, false);
    }

    private static Attempt attempt(
            Target target, String outcome, Duration time, Usage usage, boolean estimated) {
        Cost cost = new Cost(target.price().of(usage), estimated);
        return new Attempt(target.provider().name(), target.model(), outcome, time, usage, cost);
    }
}

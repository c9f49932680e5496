package org.genaisummarizer.engine.attempt;

import java.math.BigDecimal;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Usage;

/**
 * What one call used and cost: the provider's own count where there is one, else an estimate that
 * says so. A call that failed before any text and any count is taken to have cost nothing.
 */
final class Accountant {

    private final TokenCounter tokens;

    Accountant(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /** The most that a call can cost, in USD. */
    BigDecimal atMost(Target target, CompletionRequest request) {
        return target.price().of(new Usage(input(request), request.maxOutputTokens()));
    }

    Attempt account(Target target, CompletionRequest request, String outcome, Call call) {
        Usage counted = call.counted();
        Usage used = target.isLanguageModel() ? used(request, call) : counted;
        Cost cost = new Cost(target.price().of(used), !used.equals(counted));
        return new Attempt(
                target.provider().name(), target.model(), outcome, call.time(), used, cost);
    }

    private Usage used(CompletionRequest request, Call call) {
        Usage counted = call.counted();
        if (counted.equals(Usage.NONE)) {
            return call.text().isEmpty()
                    ? counted
                    : new Usage(input(request), tokens.count(call.text()));
        }
        if (call.isWhole()) {
            return counted;
        }
        // The count that came before the cut knows the input, but not yet all of the output.
        long output = Math.max(counted.output(), tokens.count(call.text()));
        return new Usage(counted.input(), output, counted.cachedInput(), counted.cacheWrite());
    }

    private long input(CompletionRequest request) {
        return (long) tokens.count(request.prompt().instructions())
                + tokens.count(request.prompt().document());
    }
}

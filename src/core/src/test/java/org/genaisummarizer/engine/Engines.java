package org.genaisummarizer.engine;

import java.math.BigDecimal;
import java.util.Optional;
import org.genaisummarizer.model.ModelRef;
import org.genaisummarizer.model.SummaryOptions;

/** The usual settings but for one. */
final class Engines {

    private Engines() {}

    static EngineSettings degrading(EngineSettings usual) {
        return with(usual, usual.mostCost(), true);
    }

    static EngineSettings atMost(BigDecimal cost) {
        return with(EngineSettings.DEFAULT, Optional.of(cost), false);
    }

    private static EngineSettings with(
            EngineSettings usual, Optional<BigDecimal> mostCost, boolean degrade) {
        return new EngineSettings(
                usual.call(),
                usual.retry(),
                usual.mostAttempts(),
                usual.leastTime(),
                usual.lifetimes(),
                usual.lease(),
                usual.idempotency(),
                mostCost,
                usual.mostRequests(),
                degrade);
    }

    static SummaryOptions named(ModelRef model) {
        SummaryOptions usual = SummaryOptions.DEFAULT;
        return new SummaryOptions(
                usual.style(),
                usual.maxWords(),
                usual.language(),
                usual.focus(),
                Optional.of(model));
    }
}

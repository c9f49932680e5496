package org.genaisummarizer.telemetry;

import org.genaisummarizer.model.SummaryEvent;

/** How a request ended, in one word from a fixed list. */
final class Outcomes {

    private static final String COMPLETED = "completed";
    private static final String DEGRADED = "degraded";

    private Outcomes() {}

    static String of(SummaryEvent.Terminal end) {
        return switch (end) {
            case SummaryEvent.Completed completed ->
                    completed.summary().degraded() ? DEGRADED : COMPLETED;
            case SummaryEvent.Failed failed -> failed.failure().slug();
        };
    }
}

package org.genaisummarizer.engine.port;

import java.time.Duration;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;

/** What happens to a request inside the engine, for those who measure it. */
public sealed interface Observation {

    /** The first of a request. */
    record RequestBegan() implements Observation {}

    /**
     * A cache was asked and answered.
     *
     * @param result {@link CacheStatus#BYPASSED} where the caller forbade it
     */
    record CacheAsked(CacheStatus result, Duration after) implements Observation {}

    /**
     * A part of a long document, or a text of several parts' summaries, is to be summarized.
     *
     * @param part its number in this request
     */
    record PartBegan(int part) implements Observation {}

    /** And was, or was not. */
    record PartEnded(int part, PartEnd end) implements Observation {}

    /** The summary of a part of a long document was in the cache. */
    record PartFound(Summary part) implements Observation {}

    /**
     * A provider's first text came.
     *
     * @param after the call's begin
     */
    record FirstToken(String provider, String model, Duration after) implements Observation {}

    /** A call to a provider ended. */
    record AttemptEnded(Attempt attempt, CallFacts facts) implements Observation {}

    /** The last of a request, which ended successfully or not. */
    record RequestEnded(SummaryEvent.Terminal end, Duration after) implements Observation {}
}

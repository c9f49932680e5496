package org.genaisummarizer.engine.port;

import java.time.Duration;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryRequest;

/** Watches the engine at work. What it throws is a bug of its own and must not reach a request. */
public interface SummaryObserver {

    SummaryObserver NONE = new SummaryObserver() {};

    /** The first that is told of a request. */
    default void requestBegan(SummaryRequest request) {}

    /**
     * A cache was asked and answered after so long; {@link CacheStatus#BYPASSED} where the caller
     * forbade it.
     */
    default void cacheAsked(SummaryRequest request, CacheStatus result, Duration after) {}

    /**
     * A part of a long document, or a text of several parts' summaries, is to be summarized.
     *
     * @param part its number in this request
     */
    default void partBegan(SummaryRequest request, int part) {}

    /** And was, or was not. */
    default void partEnded(SummaryRequest request, int part, PartEnd end) {}

    /** The summary of a part of a long document was in the cache. */
    default void partFound(SummaryRequest request, Summary part) {}

    /** A provider's first text came after so long. */
    default void firstToken(
            SummaryRequest request, String provider, String model, Duration after) {}

    /** A call to a provider ended. */
    default void attemptEnded(SummaryRequest request, Attempt attempt, CallFacts facts) {}

    /** A request ended, successfully or not, after so long. */
    default void requestEnded(SummaryRequest request, SummaryEvent.Terminal end, Duration after) {}
}

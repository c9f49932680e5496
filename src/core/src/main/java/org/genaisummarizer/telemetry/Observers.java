package org.genaisummarizer.telemetry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.genaisummarizer.engine.port.CallFacts;
import org.genaisummarizer.engine.port.PartEnd;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryRequest;

/** Several observers as one, none of which can harm a request or another observer. */
public final class Observers implements SummaryObserver {

    private static final Logger LOG = System.getLogger(Observers.class.getName());

    private final List<SummaryObserver> observers;

    public Observers(List<SummaryObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    @Override
    public void requestBegan(SummaryRequest request) {
        each(observer -> observer.requestBegan(request));
    }

    @Override
    public void cacheAsked(SummaryRequest request, CacheStatus result, Duration after) {
        each(observer -> observer.cacheAsked(request, result, after));
    }

    @Override
    public void partBegan(SummaryRequest request, int part) {
        each(observer -> observer.partBegan(request, part));
    }

    @Override
    public void partEnded(SummaryRequest request, int part, PartEnd end) {
        each(observer -> observer.partEnded(request, part, end));
    }

    @Override
    public void partFound(SummaryRequest request, Summary part) {
        each(observer -> observer.partFound(request, part));
    }

    @Override
    public void firstToken(SummaryRequest request, String provider, String model, Duration after) {
        each(observer -> observer.firstToken(request, provider, model, after));
    }

    @Override
    public void attemptEnded(SummaryRequest request, Attempt attempt, CallFacts facts) {
        each(observer -> observer.attemptEnded(request, attempt, facts));
    }

    @Override
    public void requestEnded(SummaryRequest request, SummaryEvent.Terminal end, Duration after) {
        each(observer -> observer.requestEnded(request, end, after));
    }

    private void each(Consumer<SummaryObserver> event) {
        for (SummaryObserver observer : observers) {
            try {
                event.accept(observer);
            } catch (RuntimeException e) {
                // Its message might quote what it could not cope with.
                LOG.log(
                        Level.ERROR,
                        "{0} failed: {1}",
                        observer.getClass().getSimpleName(),
                        e.getClass().getName());
            }
        }
    }
}

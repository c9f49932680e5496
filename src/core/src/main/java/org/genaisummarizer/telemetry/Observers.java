package org.genaisummarizer.telemetry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.SummaryRequest;

/** Several observers as one, none of which can harm a request or another observer. */
public final class Observers implements SummaryObserver {

    private static final Logger LOG = System.getLogger(Observers.class.getName());

    private final List<SummaryObserver> observers;

    public Observers(List<SummaryObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    @Override
    public void observe(SummaryRequest request, Observation observation) {
        for (SummaryObserver observer : observers) {
            try {
                observer.observe(request, observation);
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

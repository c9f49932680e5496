package org.genaisummarizer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.junit.jupiter.api.Test;

class ObserversTest {

    @Test
    void everyObserverSeesEverythingEvenBesideOneThatThrows() {
        List<Observation> first = new ArrayList<>();
        List<Observation> last = new ArrayList<>();
        SummaryObserver broken =
                (request, observation) -> {
                    throw new IllegalStateException("broken");
                };
        Observers observers =
                new Observers(
                        List.of(
                                (request, observation) -> first.add(observation),
                                broken,
                                (request, observation) -> last.add(observation)));
        List<Observation> told =
                List.of(new Observation.RequestBegan(), new Observation.PartBegan(1));

        told.forEach(observation -> observers.observe(Requests.request(), observation));

        assertThat(first).isEqualTo(told);
        assertThat(last).isEqualTo(told);
    }
}

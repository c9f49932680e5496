package org.genaisummarizer.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/** What only the server knows. */
class Metrics {

    void register(@Observes StartupEvent start, MeterRegistry registry, InFlight inFlight) {
        Gauge.builder("summarizer.requests.in.flight", inFlight, InFlight::count)
                .description("Requests that are worked on")
                .register(registry);
    }
}

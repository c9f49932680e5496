package org.genaisummarizer.server;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready until the process drains, so that whoever balances load sends elsewhere. */
@Readiness
class Ready implements HealthCheck {

    private final InFlight inFlight;

    Ready(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("accepting-requests")
                .status(!inFlight.isDraining())
                .build();
    }
}

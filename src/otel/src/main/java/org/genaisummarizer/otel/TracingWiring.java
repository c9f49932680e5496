package org.genaisummarizer.otel;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.telemetry.Tracing;

/** Puts the tracing together, which core finds where this module is built in. */
@ApplicationScoped
public class TracingWiring {

    private static final String FUNCTION = "AWS_LAMBDA_RUNTIME_API";

    /** A collector beside the function answers in a few milliseconds, or is not there. */
    private static final long MOST_FLUSH_MILLIS = 500;

    @Produces
    @Singleton
    @Typed(Tracing.class)
    Tracing tracing(OpenTelemetry telemetry, Config config, Clock clock) {
        boolean freezes = config.getOptionalValue(FUNCTION, String.class).isPresent();
        return new OpenTelemetryTracing(
                telemetry.getTracer("org.genaisummarizer"),
                clock,
                freezes ? () -> flush(telemetry) : () -> {});
    }

    /** A function stands still as soon as it has answered; what is not sent by then may be lost. */
    private static void flush(OpenTelemetry telemetry) {
        if (telemetry instanceof OpenTelemetrySdk sdk) {
            sdk.getSdkTracerProvider().forceFlush().join(MOST_FLUSH_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}

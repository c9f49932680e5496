package org.genaisummarizer.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.engine.port.Observation.RequestBegan;
import org.genaisummarizer.engine.port.Observation.RequestEnded;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.telemetry.Tracing;
import org.junit.jupiter.api.Test;

class TracingWiringTest {

    private final InMemorySpanExporter sent = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry =
            OpenTelemetrySdk.builder()
                    .setTracerProvider(
                            SdkTracerProvider.builder()
                                    .addSpanProcessor(
                                            BatchSpanProcessor.builder(sent)
                                                    .setScheduleDelay(Duration.ofHours(1))
                                                    .build())
                                    .build())
                    .build();

    private void oneRequest(Map<String, String> environment) {
        Config config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(environment, "test", 300))
                        .build();
        Tracing tracing = new TracingWiring().tracing(telemetry, config, Clock.systemUTC());
        SummaryRequest request = OpenTelemetryTracingTest.request("a", Optional.empty());
        tracing.observe(request, new RequestBegan());
        tracing.observe(
                request, new RequestEnded(OpenTelemetryTracingTest.CANCELLED, Duration.ZERO));
    }

    @Test
    void aFunctionSendsBeforeItStandsStill() {
        oneRequest(Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"));

        assertThat(sent.getFinishedSpanItems()).hasSize(1);
    }

    @Test
    void aServerSendsInBatches() {
        oneRequest(Map.of());

        assertThat(sent.getFinishedSpanItems()).isEmpty();
    }
}

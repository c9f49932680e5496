package org.genaisummarizer.lambda.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmfRegistryTest {

    private final EmfRegistry registry = new EmfRegistry();

    private List<String> lines() {
        return registry.lines().stream()
                .map(line -> line.replaceFirst("\"Timestamp\":[0-9]{13}", "\"Timestamp\":0"))
                .toList();
    }

    @Test
    void aCounterIsALineOfItsLabelsUnderPrometheusName() {
        Counter.builder("summarizer.requests")
                .tag("outcome", "completed")
                .register(registry)
                .increment();

        assertThat(lines())
                .containsExactly(
                        "{\"_aws\":{\"Timestamp\":0,\"CloudWatchMetrics\":[{\"Namespace\":\"genai-summarizer\",\"Dimensions\":[[\"outcome\"]],\"Metrics\":[{\"Name\":\"summarizer_requests_total\",\"Unit\":\"Count\"}]}]},\"outcome\":\"completed\",\"summarizer_requests_total\":[1.0]}");
    }

    @Test
    void whatWasWrittenIsNotWrittenAgain() {
        Counter counter = Counter.builder("summarizer.requests").register(registry);
        counter.increment();
        lines();

        assertThat(lines()).isEmpty();
        counter.increment();
        assertThat(lines()).hasSize(1);
        assertThat(counter.count()).isEqualTo(2);
    }

    @Test
    void metersWithTheSameLabelsShareALine() {
        Timer.builder("gen_ai.client.operation.duration")
                .tag("gen_ai.request.model", "m")
                .register(registry)
                .record(Duration.ofMillis(1_500));
        DistributionSummary.builder("gen_ai.client.token.usage")
                .baseUnit("token")
                .tag("gen_ai.request.model", "m")
                .register(registry)
                .record(12);
        Counter.builder("summarizer.cost")
                .baseUnit("usd")
                .tag("gen_ai.request.model", "m")
                .register(registry)
                .increment(0.25);

        assertThat(lines())
                .singleElement()
                .asString()
                .contains(
                        "\"gen_ai_client_operation_duration_seconds\":[1.5]",
                        "\"gen_ai_client_token_usage_token\":[12.0]",
                        "\"summarizer_cost_usd_total\":[0.25]",
                        "\"gen_ai_request_model\":\"m\"");
    }

    @Test
    void aLineTakesAHundredValuesAndTheRestComesInFurtherOnes() {
        Timer timer = Timer.builder("summarizer.request.duration").register(registry);
        for (int i = 0; i < 250; i++) {
            timer.record(Duration.ofSeconds(7));
        }

        assertThat(lines())
                .map(line -> line.split("7\\.0", -1).length - 1)
                .containsExactly(100, 100, 50);
    }

    @Test
    void whatACounterCountedIsOneSum() {
        Counter counter = Counter.builder("summarizer.requests").register(registry);
        for (int i = 0; i < 250; i++) {
            counter.increment();
        }

        assertThat(lines())
                .singleElement()
                .asString()
                .contains("\"summarizer_requests_total\":[250.0]");
    }
}

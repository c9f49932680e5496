package org.genaisummarizer.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.genaisummarizer.model.TraceParent;
import org.junit.jupiter.api.Test;

class TraceFieldsTest {

    private static final String W3C = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String GATEWAYS = "Root=1-5759e988-bd862e3fe1be46a994272793";
    private static final String FUNCTIONS = GATEWAYS + ";Parent=53995c3f42cd8ad8;Sampled=1";

    @Test
    void theCallersOwnFieldComesFirst() {
        HttpCall.Fields fields =
                new HttpCall.Fields().add("X-Amzn-Trace-Id", FUNCTIONS).add("TraceParent", W3C);

        assertThat(TraceFields.parent(fields)).isEqualTo(TraceParent.ofW3c(W3C)).isPresent();
    }

    @Test
    void theFunctionsFieldIsTakenWhereTheGatewaysNamesNoParent() {
        HttpCall.Fields fields =
                new HttpCall.Fields()
                        .add("traceparent", "rubbish")
                        .add("X-Amzn-Trace-Id", GATEWAYS)
                        .add("X-Amzn-Trace-Id", FUNCTIONS);

        assertThat(TraceFields.parent(fields)).isEqualTo(TraceParent.ofXRay(FUNCTIONS)).isPresent();
    }

    @Test
    void withoutAFieldThereIsNone() {
        assertThat(TraceFields.parent(new HttpCall.Fields())).isEmpty();
        assertThat(TraceFields.parent(new HttpCall.Fields().add("X-Amzn-Trace-Id", GATEWAYS)))
                .isEmpty();
    }
}

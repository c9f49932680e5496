package org.genaisummarizer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @CsvSource({
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, true",
        "' 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03 ', true",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00, false",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more, true",
    })
    void theStandardsFieldIsRead(String field, boolean sampled) {
        assertThat(TraceParent.ofW3c(field)).contains(new TraceParent(TRACE, SPAN, sampled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473\"-00f067aa0ba902b7-01",
            })
    void whatIsNoneOfItSaysNothing(String field) {
        assertThat(TraceParent.ofW3c(field)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=1, true",
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736; Parent=00f067aa0ba902b7; Sampled=0, false",
        "Self=x;Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7, false",
        "Parent=00f067aa0ba902b7;Sampled=1;Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Lineage=a, true",
    })
    void xRaysFieldIsRead(String field, boolean sampled) {
        assertThat(TraceParent.ofXRay(field)).contains(new TraceParent(TRACE, SPAN, sampled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";;=",
                "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736",
                "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=0000000000000000;Sampled=1",
                "Root=2-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=1",
                "Root=1-00000000-000000000000000000000000;Parent=00f067aa0ba902b7;Sampled=1",
                "Parent=00f067aa0ba902b7;Sampled=1",
            })
    void whatNamesNoParentSaysNothing(String field) {
        assertThat(TraceParent.ofXRay(field)).isEmpty();
    }

    @Test
    void idsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new TraceParent(TRACE, "span", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hexadecimal");
    }
}

package org.genaisummarizer.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.genaisummarizer.app.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostLimitsTest {

    private static final Duration OPERATORS = Duration.ofMinutes(2);

    @TempDir private Path folder;

    private HostLimits read(String hostJson) throws IOException {
        return HostLimits.read(Files.writeString(folder.resolve("host.json"), hostJson));
    }

    @ParameterizedTest(name = "functionTimeout {0}: {1}")
    @CsvSource({
        "00:05:00,   PT2M",
        "00:01:00,   PT59S",
        "1.00:00:00, PT2M",
        "-1,         PT2M",
    })
    void aRequestHasTheShorterOfTheHostsTimeAndTheOperators(String span, Duration time)
            throws IOException {
        assertThat(read("{\"functionTimeout\":\"" + span + "\"}").time(OPERATORS)).isEqualTo(time);
    }

    @Test
    void deliveriesAreTheHostsOrThePlatformsOwnNumber() throws IOException {
        assertThat(read("{\"extensions\":{\"queues\":{\"maxDequeueCount\":3}}}").deliveries())
                .isEqualTo(3);
        assertThat(read("{}").deliveries()).isEqualTo(5);
    }

    @Test
    void withoutAFileTheOperatorsTimeAloneHolds() {
        assertThat(HostLimits.read(folder.resolve("none.json")).time(OPERATORS))
                .isEqualTo(OPERATORS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"functionTimeout\":\"5 minutes\"}",
                "{\"extensions\":{\"queues\":{\"maxDequeueCount\":0}}}"
            })
    void whatNoHostWouldTakeEndsTheStart(String hostJson) {
        assertThatThrownBy(() -> read(hostJson))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("host.json must");
    }
}

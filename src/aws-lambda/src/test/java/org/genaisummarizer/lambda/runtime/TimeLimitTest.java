package org.genaisummarizer.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {

    private final ManualClock clock = new ManualClock();

    @ParameterizedTest
    @CsvSource({
        "30000, 60000, 29500",
        "90000, 60000, 60000",
        "60400, 60000, 59900",
    })
    void aRequestEndsBeforeThePlatformDoesAndWhenTheOperatorSays(
            long platform, long operator, long expected) {
        Invocation invocation =
                new Invocation(
                        "1", clock.instant().plusMillis(platform), Optional.empty(), new byte[0]);
        TimeLimit limit = new TimeLimit(Duration.ofMillis(operator), clock);

        assertThat(limit.ofRequest(invocation).remaining(clock))
                .isEqualTo(Duration.ofMillis(expected));
        assertThat(limit.ofFunction(invocation).remaining(clock))
                .isEqualTo(Duration.ofMillis(platform - 500));
    }
}

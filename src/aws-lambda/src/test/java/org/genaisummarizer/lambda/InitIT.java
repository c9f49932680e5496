package org.genaisummarizer.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the built function starts, says why it does not, and ends. */
class InitIT {

    private static final int PROMPTLY_SECONDS = 10;

    @ParameterizedTest
    @CsvSource({
        "SUMMARIZER_TIMEOUT, sk-verysecret",
        "SUMMARIZER_PROVIDERS, sk-verysecret",
        "OPENAI_BASE_URL, sk-verysecret",
        "SUMMARIZER_BASE_PATH, sk-verysecret",
        "QUARKUS_LAMBDA_HANDLER, sk-verysecret",
    })
    void aBadSettingIsReportedByItsNameAndWithoutItsValue(String variable, String value)
            throws Exception {
        try (RuntimeApiServer api = new RuntimeApiServer();
                FunctionProcess function = FunctionProcess.start(api, Map.of(variable, value))) {
            assertThat(api.awaitInitError())
                    .contains("Runtime.BadConfiguration", variable)
                    .doesNotContain(value);
            assertThat(function.awaitEnd()).isEqualTo(1);
            assertThat(String.join("\n", function.lines()))
                    .contains(variable)
                    .doesNotContain(value)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aQueueHandlerWhoseResultsWouldBeLostDoesNotStart() throws Exception {
        try (RuntimeApiServer api = new RuntimeApiServer();
                FunctionProcess function =
                        FunctionProcess.start(api, Map.of("QUARKUS_LAMBDA_HANDLER", "sqs"))) {
            assertThat(api.awaitInitError())
                    .contains("SUMMARIZER_RESULT_QUEUE_URL or REDIS_URL must be set");
            assertThat(function.awaitEnd()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "stream", "sqs"})
    void everyHandlerGetsToItsFirstEvent(String handler) throws Exception {
        try (RuntimeApiServer api = new RuntimeApiServer();
                FunctionProcess function =
                        FunctionProcess.start(
                                api,
                                Map.of(
                                        "QUARKUS_LAMBDA_HANDLER",
                                        handler,
                                        "SUMMARIZER_RESULT_QUEUE_URL",
                                        "http://localhost:1/queue"))) {
            api.awaitFirstNext();
            assertThat(api.initError()).isEmpty();
            assertThat(function.lines()).noneMatch(line -> line.contains("ERROR"));
        }
    }

    @Test
    void aFunctionThatIsToldToEndEnds() throws Exception {
        try (RuntimeApiServer api = new RuntimeApiServer();
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            api.awaitFirstNext();
            long begin = System.nanoTime();
            function.terminate();
            function.awaitEnd();
            assertThat((System.nanoTime() - begin) / 1e9).isLessThan(PROMPTLY_SECONDS);
        }
    }

    @Test
    void aFunctionWhosePlatformIsGoneEnds() throws Exception {
        RuntimeApiServer api = new RuntimeApiServer();
        try (FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            api.awaitFirstNext();
            api.close();
            assertThat(function.awaitEnd()).isEqualTo(1);
        }
    }
}

package org.genaisummarizer.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.genaisummarizer.lambda.NodeRuntime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks our runtime API server against a client that we did not write: AWS' own for Node. Without
 * this, our loop and our server could agree on something that is not the platform's.
 */
class RuntimeClientIT {

    @BeforeEach
    void requireNode() {
        boolean isThere = NodeRuntime.isInstalled();
        if (!isThere) {
            System.err.println(
                    "SKIPPED: RuntimeClientIT needs aws-lambda-ric; `make node-tools` installs it");
        }
        assumeTrue(isThere);
    }

    @Test
    void aClientOfAwsGetsItsEventsAndAnswersThem() throws Exception {
        try (RuntimeApiServer api = new RuntimeApiServer();
                NodeRuntime node = NodeRuntime.start("handler.echo", api)) {
            for (int i = 0; i < 3; i++) {
                String id = api.submit("{\"n\":" + i + "}", Duration.ofSeconds(30));
                Answer answer = api.answerTo(id);

                assertThat(answer.isError()).isFalse();
                assertThat(answer.isStreamed()).isFalse();
                assertThat(answer.text())
                        .contains("\"event\":{\"n\":" + i + "}", "\"id\":\"" + id + "\"")
                        .containsPattern("\"left\":2[0-9]{4}");
            }
        }
    }

    @Test
    void aClientOfAwsReportsItsFailure() throws Exception {
        try (RuntimeApiServer api = new RuntimeApiServer();
                NodeRuntime node = NodeRuntime.start("handler.fail", api)) {
            Answer answer = api.invoke("{}");

            assertThat(answer.isError()).isTrue();
            assertThat(answer.text()).contains("on purpose");
        }
    }

    @Test
    void aClientOfAwsStreamsInTheFramingThatWeUse() throws Exception {
        try (RuntimeApiServer api = new RuntimeApiServer();
                NodeRuntime node = NodeRuntime.start("handler.stream", api)) {
            Answer answer = api.invoke("{\"pause\":500}");

            assertThat(answer.isStreamed()).isTrue();
            assertThat(answer.headers().getFirst("Content-Type"))
                    .isEqualTo("application/vnd.awslambda.http-integration-response");
            assertThat(answer.text())
                    .isEqualTo(
                            "{\"statusCode\":201,\"headers\":{\"Content-Type\":\"text/plain\"}}"
                                    + "\0".repeat(8)
                                    + "one two");
            List<Answer.Piece> pieces = answer.pieces();
            assertThat((pieces.getLast().atNanos() - pieces.getFirst().atNanos()) / 1e6)
                    .isGreaterThan(400);
        }
    }

    @Test
    void aHandlerThatIsNotThereFailsTheInit() throws IOException {
        try (RuntimeApiServer api = new RuntimeApiServer();
                NodeRuntime node = NodeRuntime.start("handler.nowhere", api)) {
            assertThat(api.awaitInitError()).contains("Runtime.HandlerNotFound");
        }
    }
}

package org.genaisummarizer.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeLoopTest {

    private final RuntimeApiServer server = new RuntimeApiServer();
    private Thread loop;

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
        loop.join(Duration.ofSeconds(30));
    }

    private void start(Handler handler) {
        loop =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        new RuntimeLoop(
                                                        new HttpRuntimeApi(server.authority()),
                                                        handler)
                                                .run();
                                    } catch (java.io.IOException e) {
                                        // the server was closed
                                    }
                                });
    }

    @Test
    void everyEventIsAnsweredUnderItsOwnId() {
        start((invocation, reply) -> reply.send(invocation.event()));

        for (int i = 0; i < 20; i++) {
            assertThat(server.invoke("{\"n\":" + i + "}").text()).isEqualTo("{\"n\":" + i + "}");
        }
    }

    @Test
    void theDeadlineAndTheTraceHeaderComeWithTheEvent() {
        start(
                (invocation, reply) ->
                        reply.send(
                                (invocation.deadline().isAfter(java.time.Instant.now())
                                                + " "
                                                + invocation.traceId().orElse("none"))
                                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(server.invoke("{}").text()).startsWith("true Root=1-");
    }

    @Test
    void aStreamedAnswerIsPassedOnPieceByPiece() {
        start(
                (invocation, reply) -> {
                    try (OutputStream out = reply.stream("text/plain")) {
                        for (String piece : new String[] {"one ", "two ", "three"}) {
                            out.write(piece.getBytes(StandardCharsets.UTF_8));
                            out.flush();
                        }
                    }
                });

        Answer answer = server.invoke("{}");

        assertThat(answer.text()).isEqualTo("one two three");
        assertThat(answer.isStreamed()).isTrue();
        assertThat(answer.headers().getFirst("Transfer-Encoding")).isEqualTo("chunked");
    }

    @Test
    void aBugIsReportedWithoutItsMessageAndTheNextEventIsServed() {
        start(
                (invocation, reply) -> {
                    if (new String(invocation.event(), StandardCharsets.UTF_8).contains("bad")) {
                        throw new IllegalStateException("the document says: secret");
                    }
                    reply.send(invocation.event());
                });

        Answer answer = server.invoke("{\"bad\":1}");

        assertThat(answer.isError()).isTrue();
        assertThat(answer.text()).contains("Function.Internal").doesNotContain("secret");
        assertThat(server.invoke("{\"good\":1}").text()).isEqualTo("{\"good\":1}");
    }

    @Test
    void anAnswerIsGivenOnce() {
        start(
                (invocation, reply) -> {
                    reply.send(invocation.event());
                    reply.send(invocation.event());
                });

        assertThat(server.invoke("{\"a\":1}").isError()).isFalse();
        assertThat(server.invoke("{\"a\":2}").text()).isEqualTo("{\"a\":2}");
    }
}

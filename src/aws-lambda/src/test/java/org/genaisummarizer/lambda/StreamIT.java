package org.genaisummarizer.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.genaisummarizer.lambda.http.Events;
import org.genaisummarizer.lambda.runtime.Answer;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.genaisummarizer.testing.provider.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The built function as {@code stream}. */
class StreamIT {

    private static final String DELIMITER = "\0".repeat(8);
    private static final String STREAM = "text/event-stream";

    private final ScriptedProvider provider = new ScriptedProvider();
    private final RuntimeApiServer api = new RuntimeApiServer();
    private FunctionProcess function;

    @BeforeEach
    void start() throws IOException {
        function =
                FunctionProcess.start(
                        api,
                        Map.of(
                                "QUARKUS_LAMBDA_HANDLER", "stream",
                                "OPENAI_API_KEY", "sk-test",
                                "OPENAI_BASE_URL", provider.baseUri().toString()));
    }

    @AfterEach
    void stop() {
        function.close();
        api.close();
        provider.close();
    }

    private static String prelude(Answer answer) {
        return answer.text().substring(0, answer.text().indexOf(DELIMITER));
    }

    private static String body(Answer answer) {
        return answer.text().substring(answer.text().indexOf(DELIMITER) + DELIMITER.length());
    }

    @Test
    void headersComeFirstAndThenThePiecesAsTheyAreMade() {
        Reply whole = Dialect.OPENAI.answer("The ", "board ", "met ", "today.");
        provider.replies(whole.with(4, new Step.Pause(Duration.ofMillis(700))));

        Answer answer = api.invoke(Texts.event(Texts.numbered(1), STREAM));

        assertThat(answer.isStreamed()).isTrue();
        assertThat(answer.headers().getFirst("Content-Type"))
                .isEqualTo("application/vnd.awslambda.http-integration-response");
        assertThat(prelude(answer))
                .startsWith("{\"statusCode\":200,")
                .contains("\"Content-Type\":\"text/event-stream\"");
        assertThat(body(answer))
                .startsWith(": ping\n\n")
                .contains("event: started\n", "event: delta\ndata: {\"text\":\"The")
                .contains("event: completed\n");
        long firstText = arrival(answer, "\"text\":\"The");
        long end = answer.pieces().getLast().atNanos();
        assertThat((end - firstText) / 1e6).isGreaterThan(500);
    }

    /** When the text had arrived whole. */
    private static long arrival(Answer answer, String text) {
        String all = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
        int end = all.indexOf(text) + text.length();
        List<Answer.Piece> pieces = answer.pieces();
        return pieces.stream()
                .filter(piece -> piece.end() >= end)
                .findFirst()
                .orElseThrow()
                .atNanos();
    }

    @Test
    void aFailureAfterTheFirstByteIsToldInsideTheStream() {
        provider.replies(Reply.error(401, "invalid_api_key"));

        Answer answer = api.invoke(Texts.event(Texts.numbered(2), STREAM));

        assertThat(prelude(answer)).startsWith("{\"statusCode\":200,");
        assertThat(body(answer)).contains("event: failed\n").doesNotContain("event: completed");
    }

    @Test
    void anAnswerThatIsNoStreamHasTheSameFraming() {
        provider.replies(Dialect.OPENAI.answer("The ", "board ", "met."));

        Answer answer = api.invoke(Texts.event(Texts.numbered(3), "application/json"));

        assertThat(answer.isStreamed()).isTrue();
        assertThat(prelude(answer)).contains("\"Content-Type\":\"application/json\"");
        assertThat(body(answer)).contains("\"summary\":\"The board met.\"");
    }

    @Test
    void aProblemHasItsStatusInThePrelude() {
        Answer answer = api.invoke(Events.named("function-url").replace("text/plain", "image/png"));

        assertThat(prelude(answer)).startsWith("{\"statusCode\":415,");
        assertThat(body(answer)).contains("unsupported-media-type");
    }
}

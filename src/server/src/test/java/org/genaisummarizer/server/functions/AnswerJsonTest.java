package org.genaisummarizer.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.genaisummarizer.api.HttpAnswer;
import org.genaisummarizer.azure.QueueAnswer;
import org.genaisummarizer.server.functions.FunctionFolder.QueueTriggered;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {

    private static String body(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aResultGoesToTheQueueOfResults() {
        HttpAnswer answer = AnswerJson.of(new QueueAnswer.Done("{\"summary\":\"a\"}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(body(answer))
                .isEqualTo(
                        "{\"Outputs\":{\"results\":\"{\\\"summary\\\":\\\"a\\\"}\"},\"Logs\":[\"summarized\"],\"ReturnValue\":null}");
    }

    @Test
    void aLetterGoesToThePoisonQueue() {
        HttpAnswer answer = AnswerJson.of(new QueueAnswer.PutAside("{}", "invalid"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(body(answer))
                .isEqualTo(
                        "{\"Outputs\":{\"poison\":\"{}\"},\"Logs\":[\"put aside: invalid\"],\"ReturnValue\":null}");
    }

    @Test
    void whatIsGivenBackIsAnErrorWithABody() {
        HttpAnswer answer = AnswerJson.of(new QueueAnswer.GivenBack("rate-limited"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(body(answer)).contains("rate-limited");
    }

    @Test
    void theNamesAreThoseThatAreDeployed() {
        QueueTriggered deployed = FunctionFolder.DEPLOYED.queueTriggered();

        assertThat(deployed.name()).isEqualTo(CustomHandler.FUNCTION);
        assertThat(deployed.binding()).isEqualTo(CustomHandler.TRIGGER);
        assertThat(deployed.queuesByOutput())
                .containsOnlyKeys(CustomHandler.RESULTS, CustomHandler.POISON);
        assertThat(deployed.queuesByOutput().get(CustomHandler.POISON))
                .isEqualTo(deployed.queue() + "-poison");
    }
}

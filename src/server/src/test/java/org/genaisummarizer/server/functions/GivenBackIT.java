package org.genaisummarizer.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.genaisummarizer.server.Texts;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a message when its provider has a bad day; each test has a process of its own.
 */
class GivenBackIT {

    private final ScriptedProvider provider = new ScriptedProvider();
    private final MemoryQueue documents = new MemoryQueue();
    private final MemoryQueue results = new MemoryQueue();
    private final MemoryQueue poison = new MemoryQueue();

    @AfterEach
    void close() {
        provider.close();
    }

    private FunctionsHost start(Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("OPENAI_API_KEY", "sk-test");
        settings.put("OPENAI_BASE_URL", provider.baseUri().toString());
        documents.put(
                "{\"id\":\"doc-1\",\"text\":\"%s\"}".formatted(Texts.DOCUMENT.replace("\n", " ")));
        return FunctionsHost.start(settings);
    }

    private QueueListener listener(FunctionsHost host) {
        return new QueueListener(
                host,
                Map.of(
                        "summaries", documents,
                        "summaries-results", results,
                        "summaries-poison", poison));
    }

    private static boolean poll(QueueListener listener) {
        try {
            return listener.poll() > 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMessageThatARateLimitGaveBackIsSummarizedWhenItIsOver() throws Exception {
        provider.replies(
                Reply.error(429, "rate_limit_exceeded", "Retry-After: 4"),
                Dialect.OPENAI.answer("The ", "board ", "met."));
        try (FunctionsHost host =
                start(Map.of("SUMMARIZER_BREAKER_REST", "1s", "SUMMARIZER_TIMEOUT", "3s"))) {
            QueueListener listener = listener(host);

            poll(listener);
            assertThat(listener.givenBack()).isEqualTo(1);
            assertThat(results.bodies()).isEmpty();

            Await.until(
                    "it is summarized",
                    () -> {
                        // One that is not due yet costs no delivery of those that are allowed.
                        documents.forgetDeliveries();
                        return poll(listener) && !results.bodies().isEmpty();
                    });
            assertThat(results.bodies()).singleElement().asString().contains("The board met.");
            assertThat(documents.bodies()).isEmpty();
            assertThat(poison.bodies()).isEmpty();
            assertThat(provider.received()).hasSize(2);
        }
    }

    @Test
    void whatFailsEveryTimeIsPutAsideWithItsReasonAtTheLastDelivery() throws Exception {
        provider.replies(Reply.error(401, "invalid_api_key"));
        try (FunctionsHost host = start(Map.of())) {
            QueueListener listener = listener(host);

            int deliveries = 0;
            while (poll(listener)) {
                deliveries++;
            }

            assertThat(deliveries).isEqualTo(FunctionFolder.DEPLOYED.maxDequeueCount());
            assertThat(poison.bodies()).hasSize(1);
            JsonNode letter = Form.parsed(poison.bodies().getFirst());
            assertThat(letter.path("reason").asText()).isNotBlank();
            assertThat(letter.path("detail").asText()).contains("5 times");
            assertThat(letter.path("message").asText()).contains("lighthouse");
        }
    }

    @Test
    void theTimeThatIsAllowedEndsASummaryAndGivesTheMessageBack() throws Exception {
        provider.replies(Reply.hang());
        try (FunctionsHost host = start(Map.of("SUMMARIZER_TIMEOUT", "1s"))) {
            QueueListener listener = listener(host);

            long begin = System.nanoTime();
            poll(listener);

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(listener.givenBack()).isEqualTo(1);
            assertThat(listener.timedOut()).isZero();
        }
    }
}

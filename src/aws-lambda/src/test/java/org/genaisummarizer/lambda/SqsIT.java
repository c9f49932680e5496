package org.genaisummarizer.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;
import org.genaisummarizer.lambda.sqs.EventSource;
import org.genaisummarizer.lambda.sqs.Queues;
import org.genaisummarizer.testing.provider.Received;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.genaisummarizer.testing.queue.Backlog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** The built function as {@code sqs}, between a queue and a provider that both have bad days. */
class SqsIT {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final int DOCUMENTS = 1_640;
    private static final int REJECTED = 30;
    private static final int VISIBLE_AFTER_SECONDS = 180;
    private static final int DELIVERIES = 8;
    private static final int MOST_POLLS = 2_000;
    private static final Duration TIME = Duration.ofSeconds(30);

    private static final Map<String, String> POISON =
            Map.of(
                    "this is no JSON",
                    "bad-request",
                    "{\"text\":\"a\",\"txt\":\"b\"}",
                    "invalid",
                    "{\"text\":\"a\",\"id\":\"not an id\"}",
                    "invalid",
                    "{\"text\":\"" + "x".repeat(20_000) + "\"}",
                    "too-large",
                    "{\"text\":\"a b c\",\"model\":\"other/model\"}",
                    "unknown-model");
    private static final Backlog BACKLOG =
            new Backlog(DOCUMENTS, 180, REJECTED, POISON, 30, Texts::numbered);

    private final Queues queues = new Queues();
    private final ScriptedProvider provider = new ScriptedProvider();
    private final RuntimeApiServer api = new RuntimeApiServer();

    @AfterEach
    void stop() {
        api.close();
        provider.close();
        queues.close();
    }

    /** Some are slow. */
    private static Reply answer(Received request) {
        Reply reply = BACKLOG.answer(request);
        return Backlog.number(request.body()) % 40 == 7
                ? reply.delayed(Duration.ofMillis(800))
                : reply;
    }

    @Test
    void twoThousandMessagesAreEachSummarizedOnceOrPutAsideWithTheirReason() throws Exception {
        provider.repliesBy(SqsIT::answer);
        String deadLetters = queues.create("dead-letters", Map.of());
        String results = queues.create("results", Map.of());
        String documents =
                queues.create("documents", VISIBLE_AFTER_SECONDS, deadLetters, DELIVERIES);
        List<String> bodies = BACKLOG.bodies();
        assertThat(bodies).hasSizeGreaterThanOrEqualTo(1_970);
        queues.send(documents, bodies);

        try (FunctionProcess function =
                FunctionProcess.start(api, variables(results, deadLetters))) {
            EventSource source = new EventSource(queues, documents, 100, api, TIME);
            work(source, documents);
            assertThat(function.lines())
                    .noneMatch(line -> line.contains("harbour"))
                    .anyMatch(line -> line.contains("can never be worked on: content-rejected"));
        }

        assertThat(queues.size(documents)).isZero();
        Map<Integer, Integer> paid = Backlog.paid(provider);
        assertThat(paid.keySet()).hasSize(DOCUMENTS);
        assertThat(paid.values()).as("answers for each document").containsOnly(1);
        assertThat(ids(results)).hasSize(DOCUMENTS - REJECTED);
        assertThat(reasons(deadLetters)).isEqualTo(BACKLOG.reasons());
    }

    private Map<String, String> variables(String results, String deadLetters) {
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_LAMBDA_HANDLER", "sqs");
        variables.put("AWS_ENDPOINT_URL_SQS", queues.endpoint().toString());
        variables.put("SUMMARIZER_RESULT_QUEUE_URL", results);
        variables.put("SUMMARIZER_DEAD_LETTER_QUEUE_URL", deadLetters);
        variables.put("SUMMARIZER_MAX_BYTES", "10000");
        variables.put("SUMMARIZER_BREAKER_REST", "1s");
        variables.put("OPENAI_API_KEY", "sk-test");
        variables.put("OPENAI_BASE_URL", provider.baseUri().toString());
        return variables;
    }

    /** The provider is away in the middle, and every fiftieth deletion is lost once. */
    private void work(EventSource source, String documents) throws IOException {
        Set<String> forgotten = new HashSet<>();
        int batches = 0;
        int givenBack = 0;
        for (int i = 0; i < MOST_POLLS && queues.size(documents) > 0; i++) {
            if (batches == 8) {
                provider.down();
            }
            EventSource.Polled polled =
                    source.poll(
                            message ->
                                    BACKLOG.isForgotten(message.messageId(), message.body(), 50)
                                            && forgotten.add(message.messageId()));
            if (polled.messages() > 0) {
                batches++;
                givenBack += polled.givenBack();
            }
            if (batches == 10) {
                provider.up();
                batches++;
            }
        }
        assertThat(givenBack).as("messages that the outage gave back").isPositive();
        assertThat(forgotten).as("messages that were delivered again although done").isNotEmpty();
    }

    private Set<String> ids(String results) throws IOException {
        Set<String> ids = new HashSet<>();
        for (Message message : drain(results)) {
            ids.add(MAPPER.readTree(message.body()).path("id").asText());
        }
        return ids;
    }

    private Map<String, Integer> reasons(String deadLetters) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Message message : drain(deadLetters)) {
            reasons.merge(message.messageAttributes().get("reason").stringValue(), 1, Integer::sum);
        }
        return reasons;
    }

    private List<Message> drain(String url) {
        List<Message> all = new ArrayList<>();
        for (List<Message> some = queues.receive(url);
                !some.isEmpty();
                some = queues.receive(url)) {
            all.addAll(some);
            some.forEach(message -> queues.delete(url, message));
        }
        return all;
    }
}

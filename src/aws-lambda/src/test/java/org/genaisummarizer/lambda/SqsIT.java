package org.genaisummarizer.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;
import org.genaisummarizer.lambda.sqs.EventSource;
import org.genaisummarizer.lambda.sqs.Queues;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Received;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** The built function as {@code sqs}, between a queue and a provider that both have bad days. */
class SqsIT {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern NUMBER = Pattern.compile("report number ([0-9]+) of");

    private static final int DOCUMENTS = 1_640;
    private static final int DUPLICATES = 180;
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
    private static final int EACH_POISON = 30;

    private final Queues queues = new Queues();
    private final ScriptedProvider provider = new ScriptedProvider();
    private final RuntimeApiServer api = new RuntimeApiServer();

    @AfterEach
    void stop() {
        api.close();
        provider.close();
        queues.close();
    }

    private static String body(int number) {
        return "{\"id\":\"doc-%d\",\"max_words\":20,\"text\":\"%s\"}"
                .formatted(number, Texts.numbered(number));
    }

    private static int number(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            throw new AssertionError("a document without a number");
        }
        return Integer.parseInt(number.group(1));
    }

    /** The last documents are refused, some are slow. */
    private static Reply answer(Received request) {
        int number = number(request.body());
        if (number >= DOCUMENTS - REJECTED) {
            return Dialect.OPENAI.answer(List.of("No"), Dialect.OPENAI.rejected(), 10, 1);
        }
        Reply reply = Dialect.OPENAI.answer("Report ", "number ", number + ".");
        return number % 40 == 7 ? reply.delayed(Duration.ofMillis(800)) : reply;
    }

    @Test
    void twoThousandMessagesAreEachSummarizedOnceOrPutAsideWithTheirReason() throws Exception {
        provider.repliesBy(SqsIT::answer);
        String deadLetters = queues.create("dead-letters", Map.of());
        String results = queues.create("results", Map.of());
        String documents =
                queues.create("documents", VISIBLE_AFTER_SECONDS, deadLetters, DELIVERIES);
        List<String> bodies = bodies();
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
        Map<Integer, Integer> paid = paid();
        assertThat(paid.keySet()).hasSize(DOCUMENTS);
        assertThat(paid.values()).as("answers for each document").containsOnly(1);
        assertThat(ids(results)).hasSize(DOCUMENTS - REJECTED);
        assertThat(reasons(deadLetters)).isEqualTo(expectedReasons());
    }

    private static List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            bodies.add(body(i));
        }
        for (int i = 0; i < DUPLICATES; i++) {
            bodies.add(body(i * 7));
        }
        for (String poison : POISON.keySet()) {
            for (int i = 0; i < EACH_POISON; i++) {
                bodies.add(new String(poison));
            }
        }
        Collections.shuffle(bodies, new Random(1));
        return bodies;
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
                            message -> isForgotten(message) && forgotten.add(message.messageId()));
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

    /** What a provider refused is asked again if its deletion is lost: only successes are kept. */
    private static boolean isForgotten(Message message) {
        return Math.floorMod(message.messageId().hashCode(), 50) == 0
                && message.body().contains("harbour")
                && number(message.body()) < DOCUMENTS - REJECTED;
    }

    private Map<Integer, Integer> paid() {
        Map<Integer, Integer> answers = new TreeMap<>();
        for (Received received : provider.received()) {
            if (received.wasAnswered()) {
                answers.merge(number(received.body()), 1, Integer::sum);
            }
        }
        return answers;
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

    private static Map<String, Integer> expectedReasons() {
        Map<String, Integer> reasons = new TreeMap<>();
        POISON.values().forEach(reason -> reasons.merge(reason, EACH_POISON, Integer::sum));
        reasons.put("content-rejected", REJECTED);
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

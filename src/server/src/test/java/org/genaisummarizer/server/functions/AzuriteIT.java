package org.genaisummarizer.server.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genaisummarizer.server.Texts;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Received;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The built server between queues of a storage account and a provider with a bad day. */
class AzuriteIT {

    private static final Pattern NUMBER = Pattern.compile("report number ([0-9]+) of");

    private static final int SENDERS = 16;
    private static final int DOCUMENTS = 840;
    private static final int DUPLICATES = 100;
    private static final int REJECTED = 20;
    private static final int EACH_POISON = 15;
    private static final Map<String, String> POISON =
            Map.of(
                    "this is no JSON",
                    "bad-request",
                    "{\"text\":\"a\",\"txt\":\"b\"}",
                    "invalid",
                    "{\"text\":\"" + "x".repeat(20_000) + "\"}",
                    "too-large",
                    "{\"text\":\"a b c\",\"model\":\"other/model\"}",
                    "unknown-model");

    private final ScriptedProvider provider = new ScriptedProvider();

    @BeforeAll
    static void isInstalled() {
        if (!Azurite.isInstalled()) {
            System.err.println("SKIPPED: AzuriteIT: Azurite or node is missing (make node-tools)");
        }
        assumeTrue(Azurite.isInstalled());
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private static String document(int number) {
        String line = "This is report number %d of the year.".formatted(number);
        return "{\"id\":\"doc-%d\",\"max_words\":20,\"text\":\"%s\"}"
                .formatted(number, (Texts.DOCUMENT + line).replace("\n", " "));
    }

    private static int number(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            throw new AssertionError("a document without a number");
        }
        return Integer.parseInt(number.group(1));
    }

    /** The last documents are refused. */
    private static Reply answer(Received request) {
        int number = number(request.body());
        if (number >= DOCUMENTS - REJECTED) {
            return Dialect.OPENAI.answer(List.of("No"), Dialect.OPENAI.rejected(), 10, 1);
        }
        return Dialect.OPENAI.answer("Report ", "number ", number + ".");
    }

    private static List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            bodies.add(document(i));
        }
        for (int i = 0; i < DUPLICATES; i++) {
            bodies.add(document(i * 7));
        }
        POISON.keySet().forEach(poison -> bodies.addAll(Collections.nCopies(EACH_POISON, poison)));
        Collections.shuffle(bodies, new Random(1));
        return bodies;
    }

    @Test
    void aThousandMessagesAreEachSummarizedOnceOrPutAsideWithTheirReason() throws Exception {
        provider.repliesBy(AzuriteIT::answer);
        List<String> bodies = bodies();
        assertThat(bodies).hasSize(1_000);
        try (Azurite azurite = Azurite.start();
                FunctionsHost host = FunctionsHost.start(settings())) {
            String account = azurite.connectionString();
            AzureQueue documents = new AzureQueue(account, "summaries");
            AzureQueue results = new AzureQueue(account, "summaries-results");
            AzureQueue poison = new AzureQueue(account, "summaries-poison");
            put(documents, bodies);
            QueueListener listener =
                    new QueueListener(
                            host,
                            Map.of(
                                    "summaries", documents,
                                    "summaries-results", results,
                                    "summaries-poison", poison));

            work(listener, documents);

            assertThat(listener.timedOut()).isZero();
            assertThat(paid().keySet()).hasSize(DOCUMENTS);
            assertThat(paid().values()).as("answers for each document").containsOnly(1);
            assertThat(ids(results)).hasSize(DOCUMENTS - REJECTED);
            assertThat(reasons(poison)).isEqualTo(expectedReasons());
            assertThat(host.output()).doesNotContain("lighthouse");
        }
    }

    private static void put(AzureQueue queue, List<String> bodies) {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            bodies.forEach(body -> senders.execute(() -> queue.put(body)));
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "OPENAI_API_KEY", "sk-test",
                "OPENAI_BASE_URL", provider.baseUri().toString(),
                "SUMMARIZER_MAX_BYTES", "10000",
                "SUMMARIZER_BREAKER_REST", "1s");
    }

    /** The provider is away in the middle, and every twentieth deletion is lost once. */
    private void work(QueueListener listener, AzureQueue documents) throws Exception {
        Set<String> forgotten = ConcurrentHashMap.newKeySet();
        for (int polls = 0; !documents.isEmpty(); polls++) {
            if (polls == 20) {
                provider.down();
            }
            if (polls == 22) {
                provider.up();
            }
            Await.until(
                    "messages are visible again",
                    () -> poll(listener, forgotten) > 0 || documents.isEmpty());
        }
        assertThat(listener.givenBack()).as("messages that were given back").isPositive();
        assertThat(forgotten).as("messages that were delivered again although done").isNotEmpty();
    }

    private static int poll(QueueListener listener, Set<String> forgotten) {
        try {
            return listener.poll(message -> isForgotten(message) && forgotten.add(message.id()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What a provider refused is asked again if its deletion is lost: only successes are kept. */
    private static boolean isForgotten(Stored message) {
        return Math.floorMod(message.id().hashCode(), 20) == 0
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

    private static Set<String> ids(AzureQueue results) {
        return results.takeAll().stream()
                .map(Form::parsed)
                .map(result -> result.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, Integer> reasons(AzureQueue poison) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (String body : poison.takeAll()) {
            JsonNode letter = Form.parsed(body);
            reasons.merge(letter.path("reason").asText(), 1, Integer::sum);
        }
        return reasons;
    }

    private static Map<String, Integer> expectedReasons() {
        Map<String, Integer> reasons = new TreeMap<>();
        POISON.values().forEach(reason -> reasons.put(reason, EACH_POISON));
        reasons.put("content-rejected", REJECTED);
        return reasons;
    }
}

package org.genaisummarizer.server.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.genaisummarizer.server.Texts;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.genaisummarizer.testing.queue.Backlog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The built server between queues of a storage account and a provider with a bad day. */
class AzuriteIT {

    private static final int SENDERS = 16;
    private static final int DOCUMENTS = 840;
    private static final int REJECTED = 20;
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
    private static final Backlog BACKLOG =
            new Backlog(DOCUMENTS, 100, REJECTED, POISON, 15, AzuriteIT::document);

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
        return (Texts.DOCUMENT + line).replace("\n", " ");
    }

    @Test
    void aThousandMessagesAreEachSummarizedOnceOrPutAsideWithTheirReason() throws Exception {
        provider.repliesBy(BACKLOG::answer);
        List<String> bodies = BACKLOG.bodies();
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
            Map<Integer, Integer> paid = Backlog.paid(provider);
            assertThat(paid.keySet()).hasSize(DOCUMENTS);
            assertThat(paid.values()).as("answers for each document").containsOnly(1);
            assertThat(ids(results)).hasSize(DOCUMENTS - REJECTED);
            assertThat(reasons(poison)).isEqualTo(BACKLOG.reasons());
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
            return listener.poll(
                    message ->
                            BACKLOG.isForgotten(message.id(), message.body(), 20)
                                    && forgotten.add(message.id()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
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
}

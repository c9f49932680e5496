package org.genaisummarizer.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.genaisummarizer.lambda.http.Events;
import org.genaisummarizer.lambda.runtime.Answer;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built function as {@code http}. */
class HttpIT {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String JSON = "application/json";

    private static RuntimeApiServer api;
    private static FunctionProcess function;

    @BeforeAll
    static void start() throws IOException {
        api = new RuntimeApiServer();
        function = FunctionProcess.start(api, Map.of("QUARKUS_LAMBDA_HANDLER", "http"));
    }

    @AfterAll
    static void stop() {
        function.close();
        api.close();
    }

    private static JsonNode invoke(String event) throws IOException {
        return MAPPER.readTree(api.invoke(event).bytes());
    }

    private static JsonNode body(JsonNode answer) throws IOException {
        return MAPPER.readTree(answer.path("body").asText());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http-api-v2,         200",
        "http-api-v2-stage,   404",
        "http-api-v2-mapping, 200",
        "rest-api-v1,         200",
        "rest-api-v1-domain,  404",
        "http-api-v1-stage,   200",
        "alb,                 200",
        "alb-multi,           200",
    })
    void everyKindOfEventIsAnswered(String name, int status) throws IOException {
        JsonNode answer = invoke(Events.named(name));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
        assertThat(body(answer).has(status == 200 ? "summary" : "type")).isTrue();
    }

    @Test
    void theSameAgainComesFromTheCache() throws IOException {
        String event = Texts.event(Texts.numbered(1), JSON);

        assertThat(body(invoke(event)).path("cache").asText()).isEqualTo("miss");
        JsonNode again = invoke(event);
        assertThat(body(again).path("cache").asText()).isEqualTo("hit");
        assertThat(again.path("headers").path("Cache-Status").asText()).endsWith("; hit");
    }

    @Test
    void whoAsksForAStreamGetsAllOfItAtOnce() throws IOException {
        JsonNode answer = invoke(Texts.event(Texts.numbered(2), "text/event-stream"));

        assertThat(answer.path("headers").path("Content-Type").asText())
                .isEqualTo("text/event-stream");
        assertThat(answer.path("body").asText())
                .contains("event: started\n", "event: delta\n", "event: completed\n");
    }

    @Test
    void whatCannotBeReadIsAProblem() throws IOException {
        JsonNode answer =
                invoke(
                        Events.named("http-api-v2-mapping")
                                .replace("{\\\"text\\\"", "{\\\"txt\\\""));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(422);
        assertThat(answer.path("headers").path("Content-Type").asText())
                .isEqualTo("application/problem+json");
    }

    @Test
    void anEventOfAnotherTriggerIsRefusedAndTheNextOneServed() throws IOException {
        Answer refused = api.invoke("{\"Records\":[]}");

        assertThat(refused.isError()).isTrue();
        assertThat(refused.text()).contains("Function.InvalidEvent");
        assertThat(invoke(Events.named("alb")).path("statusCode").asInt()).isEqualTo(200);
    }

    @Test
    void theLogIsJsonWithTheRequestAndHasTheMetrics() throws IOException {
        String id = api.submit(Texts.event(Texts.numbered(3), JSON), Duration.ofSeconds(30));
        api.answerTo(id);
        // Lines come after the answer, at the latest with the next one.
        invoke(Events.named("alb"));
        Await.until(
                "metrics",
                () ->
                        function.lines().stream()
                                .anyMatch(line -> line.contains("gen_ai_client_operation")));

        for (String line : function.lines()) {
            assertThat(MAPPER.readTree(line).isObject()).as(line).isTrue();
        }
        assertThat(function.lines())
                .anyMatch(
                        line ->
                                line.contains("\"requestId\":\"" + id + "\"")
                                        && line.contains("\"outcome\":\"completed\""))
                .noneMatch(line -> line.contains("lighthouse"))
                .noneMatch(line -> line.contains("\"level\":\"ERROR\"") && line.contains(id));
    }

    @Test
    void aProviderIsGivenNoMoreTimeThanThePlatformGivesTheFunction() throws Exception {
        try (ScriptedProvider provider = new ScriptedProvider().replies(Reply.hang());
                RuntimeApiServer own = new RuntimeApiServer();
                FunctionProcess process = FunctionProcess.start(own, providerAt(provider))) {
            own.awaitFirstNext();
            long begin = System.nanoTime();
            Answer answer = own.invoke(Texts.event(Texts.numbered(4), JSON), Duration.ofSeconds(3));

            assertThat((System.nanoTime() - begin) / 1e9).isLessThan(3);
            assertThat(MAPPER.readTree(answer.bytes()).path("statusCode").asInt()).isEqualTo(504);
        }
    }

    @Test
    void aConnectionThatWentStaleInAFreezeIsReplacedUnseen() throws Exception {
        try (ScriptedProvider provider =
                        new ScriptedProvider()
                                .replies(Dialect.OPENAI.answer("The ", "board ", "met."));
                RuntimeApiServer own = new RuntimeApiServer();
                FunctionProcess process = FunctionProcess.start(own, providerAt(provider))) {
            assertThat(status(own.invoke(Texts.event(Texts.numbered(5), JSON)))).isEqualTo(200);
            process.signal("STOP");
            provider.down();
            provider.up();
            String id = own.submit(Texts.event(Texts.numbered(6), JSON), Duration.ofSeconds(30));
            process.signal("CONT");

            assertThat(status(own.answerTo(id)))
                    .as(() -> String.join("\n", process.lines()))
                    .isEqualTo(200);
            assertThat(provider.received()).hasSize(2);
        }
    }

    @Test
    void aSlowAnswerOnAConnectionThatServedAnotherCallIsWaitedFor() throws Exception {
        Reply answer = Dialect.OPENAI.answer("The ", "board ", "met.");
        try (ScriptedProvider provider =
                        new ScriptedProvider()
                                .replies(answer, answer.delayed(Duration.ofSeconds(2)));
                RuntimeApiServer own = new RuntimeApiServer();
                FunctionProcess process = FunctionProcess.start(own, providerAt(provider))) {
            assertThat(status(own.invoke(Texts.event(Texts.numbered(7), JSON)))).isEqualTo(200);
            assertThat(status(own.invoke(Texts.event(Texts.numbered(8), JSON)))).isEqualTo(200);

            assertThat(provider.received()).hasSize(2);
        }
    }

    private static int status(Answer answer) throws IOException {
        return MAPPER.readTree(answer.bytes()).path("statusCode").asInt();
    }

    private static Map<String, String> providerAt(ScriptedProvider provider) {
        return Map.of(
                "OPENAI_API_KEY", "sk-test", "OPENAI_BASE_URL", provider.baseUri().toString());
    }
}

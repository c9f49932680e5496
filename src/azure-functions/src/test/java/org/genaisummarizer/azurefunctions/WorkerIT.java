package org.genaisummarizer.azurefunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The package that is deployed for the Java worker, loaded and called as the worker does it. */
class WorkerIT {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path INFRA = Path.of("..", "..", "infra", "azure").toAbsolutePath();

    private static Variables variables;
    private static ScriptedProvider provider;
    private static Worker worker;

    private final Output results = new Output();
    private final Output poison = new Output();

    @BeforeAll
    static void load() throws Exception {
        provider = new ScriptedProvider();
        variables =
                Variables.set(
                        Map.of(
                                "OPENAI_API_KEY", "sk-test",
                                "OPENAI_BASE_URL", provider.baseUri().toString(),
                                "WEBSITE_AUTH_ENABLED", "True"));
        long begin = System.nanoTime();
        worker = Worker.load();
        long loaded = System.nanoTime();
        http("GET", "/summarize?text=It+is+short.", Map.of(), "");
        long first = System.nanoTime();
        http("GET", "/summarize?text=It+is+shorter.", Map.of(), "");
        long second = System.nanoTime();
        System.out.printf(
                "JVM worker, cold: load %d ms, first answer %d ms, second %d ms%n",
                (loaded - begin) / 1_000_000,
                (first - loaded) / 1_000_000,
                (second - first) / 1_000_000);
    }

    @AfterAll
    static void close() {
        variables.close();
        provider.close();
    }

    @BeforeEach
    void forget() {
        provider.replies(Dialect.OPENAI.answer("The ", "board ", "met."));
        provider.forget();
    }

    private static Request.Response http(
            String method, String path, Map<String, String> headers, String body) throws Exception {
        Request request =
                new Request(
                        method,
                        path,
                        headers,
                        Optional.of(body)
                                .filter(text -> !text.isEmpty())
                                .map(text -> text.getBytes(StandardCharsets.UTF_8)));
        return (Request.Response) worker.call("http", Map.of("request", request));
    }

    private static String text(Request.Response response) {
        return new String((byte[]) response.getBody(), StandardCharsets.UTF_8);
    }

    private static Request.Response summarize(String principal, String document) throws Exception {
        return http(
                "POST",
                "/v1/summaries",
                Map.of("content-type", "text/plain", "x-ms-client-principal-id", principal),
                document);
    }

    private static String document(String line) {
        return "The board met on Tuesday in the old harbour office. ".repeat(40) + line;
    }

    @Test
    void aDocumentIsSummarizedForTheCallerThatThePlatformNames() throws Exception {
        assertThat(text(summarize("alice", document("A."))))
                .contains("The board met.", "\"cache\":\"miss\"");
        assertThat(text(summarize("alice", document("A.")))).contains("\"cache\":\"hit\"");
        assertThat(text(summarize("mallory", document("A.")))).contains("\"cache\":\"miss\"");
    }

    @Test
    void whoAsksForAStreamGetsAllOfItAtOnce() throws Exception {
        Request.Response response =
                http(
                        "POST",
                        "/v1/summaries",
                        Map.of("content-type", "text/plain", "accept", "text/event-stream"),
                        document("B."));

        assertThat(response.getHeader("Content-Type")).isEqualTo("text/event-stream");
        assertThat(text(response))
                .contains("event: started\n", "event: delta\n", "event: completed\n");
    }

    @Test
    void whatIsNotThereIsAProblem() throws Exception {
        Request.Response response = http("GET", "/v2/summaries", Map.of(), "");

        assertThat(response.getStatusCode()).isEqualTo(404);
        assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
    }

    private void queue(String id, String deliveries, String message) throws Exception {
        worker.call(
                "queue",
                Map.of(
                        "message", message,
                        "Id", id,
                        "DequeueCount", deliveries,
                        "results", results,
                        "poison", poison));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\"", "many"})
    void aMessageIsSummarizedOnceHoweverTheHostCounts(String deliveries) throws Exception {
        String message =
                "{\"id\":\"doc-1\",\"text\":\"%s\"}"
                        .formatted(document(deliveries.replace("\"", "'")));
        queue("doc-1", deliveries, message);
        queue("doc-1", deliveries, message);

        assertThat(results.getValue()).contains("\"id\":\"doc-1\"", "The board met.");
        assertThat(poison.getValue()).isNull();
        assertThat(provider.received()).hasSize(1);
        assertThat(text(http("GET", "/v1/summaries/doc-1", Map.of(), ""))).contains("doc-1");
    }

    @Test
    void whatCanNeverBeSummarizedIsPutAsideWithItsReason() throws Exception {
        queue("m-1", "1", "no JSON");

        assertThat(poison.getValue()).contains("\"reason\":\"bad-request\"", "no JSON");
        assertThat(results.getValue()).isNull();
        assertThat(provider.received()).isEmpty();
    }

    @Test
    void whatMaySucceedLaterIsGivenBackUntilTheLastDelivery() throws Exception {
        provider.replies(Reply.error(401, "invalid_api_key"));
        String message = "{\"text\":\"%s\"}".formatted(document("D."));

        assertThatThrownBy(() -> queue("m-2", "1", message))
                .hasMessageContaining("to be delivered again")
                .hasMessageNotContaining("harbour");
        assertThat(results.getValue()).isNull();
        assertThat(poison.getValue()).isNull();

        queue("m-2", "5", message);
        assertThat(poison.getValue()).contains("harbour");
    }

    @Test
    void aFunctionLivesInTheContextOfItsRequest() {
        Request request = new Request("GET", "/", Map.of(), Optional.empty());

        assertThatThrownBy(() -> worker.callBare("http", Map.of("request", request)))
                .hasMessageContaining("RequestScoped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "queue"})
    void bothFormsOfTheAppHaveTheSameBindings(String function) throws Exception {
        Map<String, JsonNode> packaged = FunctionJson.read(Worker.APP.resolve(function)).bindings();
        Map<String, JsonNode> deployed =
                FunctionJson.read(INFRA.resolve("custom-handler").resolve(function)).bindings();

        assertThat(packaged.keySet()).isEqualTo(deployed.keySet());
        for (String name : deployed.keySet()) {
            for (String member : new String[] {"type", "queueName", "connection", "route"}) {
                assertThat(packaged.get(name).path(member))
                        .as(name + "." + member)
                        .isEqualTo(deployed.get(name).path(member));
            }
        }
    }

    @Test
    void thePackageHasItsHostsSettingsAndNoServer() throws Exception {
        assertThat(MAPPER.readTree(Worker.APP.resolve("host.json").toFile()))
                .isEqualTo(
                        MAPPER.readTree(INFRA.resolve("jvm-worker").resolve("host.json").toFile()));
        try (Stream<Path> libraries = Files.list(Worker.APP.resolve("lib"))) {
            assertThat(libraries.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.contains("vertx-http"))
                    .noneMatch(name -> name.contains("azure-functions-java-library"));
        }
    }
}

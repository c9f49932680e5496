package org.genaisummarizer.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genaisummarizer.server.StartedProcess;
import org.genaisummarizer.server.Texts;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.genaisummarizer.testing.provider.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built server as a custom handler. */
class CustomHandlerIT {

    private static ScriptedProvider provider;
    private static HttpClient client;
    private static FunctionsHost host;

    private final Map<String, MemoryQueue> queues =
            Map.of(
                    "summaries", new MemoryQueue(),
                    "summaries-results", new MemoryQueue(),
                    "summaries-poison", new MemoryQueue());
    private QueueListener listener;

    @BeforeAll
    static void start() throws IOException {
        provider = new ScriptedProvider();
        client = HttpClient.newHttpClient();
        host = FunctionsHost.start(settings(Map.of("WEBSITE_AUTH_ENABLED", "True")));
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("OPENAI_API_KEY", "sk-test");
        settings.put("OPENAI_BASE_URL", provider.baseUri().toString());
        return settings;
    }

    @AfterAll
    static void stop() {
        host.close();
        provider.close();
        client.shutdownNow();
    }

    @BeforeEach
    void listen() {
        provider.forget();
        listener = new QueueListener(host, queues);
    }

    private static Reply answer() {
        return Dialect.OPENAI.answer("The ", "board ", "met.");
    }

    private static String message(String id, String line) {
        return "{\"id\":\"%s\",\"text\":\"%s\"}"
                .formatted(id, (Texts.DOCUMENT + line).replace("\n", " "));
    }

    private static HttpRequest.Builder post(URI address, String document) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(document));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static URI summaries() {
        return host.address().resolve("/v1/summaries");
    }

    @Test
    void piecesOfASummaryComeThroughTheHostWhenTheyAreMade() throws Exception {
        provider.replies(
                Dialect.OPENAI
                        .answer(Dialect.words(30))
                        .with(Dialect.OPENAI.firstText() + 20, new Step.Hang()));

        HttpResponse<InputStream> stream =
                client.send(
                        post(summaries(), Texts.DOCUMENT + "A stream.")
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream());

        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        // The provider never ends its answer, so what is read here came before the end.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().anyMatch(line -> line.contains("word3"))).isTrue();
        }
    }

    @Test
    void httpIsAnsweredAsAnywhere() throws Exception {
        provider.replies(answer());

        HttpResponse<String> summary = send(post(summaries(), Texts.DOCUMENT + "Plain."));
        HttpResponse<String> problem =
                send(HttpRequest.newBuilder(host.address().resolve("/v2/summaries")));

        assertThat(summary.statusCode()).isEqualTo(200);
        assertThat(summary.body()).contains("The board met.");
        assertThat(problem.statusCode()).isEqualTo(404);
    }

    @Test
    void aCallerFromOutsideCannotPassForTheHost() throws Exception {
        String invocation =
                QueueListener.invocation(
                        "message",
                        new Stored("m", "r", 1, message("forged", "Forged.")),
                        Form.QUOTED);

        HttpResponse<String> answer =
                send(
                        post(host.address().resolve("/queue"), invocation)
                                .header("X-Azure-Functions-InvocationId", "1")
                                .header("x-ms-invocation-id", ""));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(provider.received()).isEmpty();
    }

    @Test
    void onlyTheHostsMachineReachesTheHandler() throws Exception {
        int port = host.handler().getPort();
        for (NetworkInterface network :
                NetworkInterface.networkInterfaces().filter(n -> !isLoopback(n)).toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                assertThat(connects(address, port)).as(address.toString()).isFalse();
            }
        }
        assertThat(connects(InetAddress.getByName("127.0.0.1"), port)).isTrue();
    }

    private static boolean isLoopback(NetworkInterface network) {
        try {
            return network.isLoopback();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean connects(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    @Test
    void eachPrincipalOfThePlatformsHasACacheOfItsOwn() throws Exception {
        provider.replies(answer());
        String document = Texts.DOCUMENT + "Whose is it?";

        assertThat(as("alice", document)).contains("\"cache\":\"miss\"");
        assertThat(as("alice", document)).contains("\"cache\":\"hit\"");
        assertThat(as("mallory", document)).contains("\"cache\":\"miss\"");
    }

    private static String as(String principal, String document) throws Exception {
        return send(post(summaries(), document)
                        .header("X-MS-CLIENT-PRINCIPAL-ID", principal)
                        .header("X-MS-CLIENT-PRINCIPAL-IDP", "aad"))
                .body();
    }

    @Test
    void aMessageIsSummarizedIntoTheQueueOfResultsAndItsDuplicateCostsNothing() throws Exception {
        provider.replies(answer());
        queues.get("summaries").put(message("doc-1", "One."));
        queues.get("summaries").put(message("doc-1", "One."));

        listener.poll();
        listener.poll();

        assertThat(provider.received()).hasSize(1);
        assertThat(queues.get("summaries").bodies()).isEmpty();
        assertThat(results())
                .hasSize(2)
                .allSatisfy(
                        result -> {
                            assertThat(result.path("id").asText()).isEqualTo("doc-1");
                            assertThat(result.path("summary").asText()).isEqualTo("The board met.");
                        });
        assertThat(send(HttpRequest.newBuilder(summaries().resolve("/v1/summaries/doc-1"))).body())
                .contains("The board met.");
    }

    private List<JsonNode> results() {
        return queues.get("summaries-results").bodies().stream().map(Form::parsed).toList();
    }

    private List<JsonNode> letters() {
        return queues.get("summaries-poison").bodies().stream().map(Form::parsed).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    no JSON                             | bad-request
                    ["text"]                            | bad-request
                    {"text":"a","txt":"b"}              | invalid
                    {"text":"a","id":"not an id"}       | invalid
                    {"text":"a b c","model":"other/gpt"} | unknown-model
                    """)
    void whatCanNeverBeSummarizedCostsOneDeliveryAndNoCall(String body, String reason)
            throws Exception {
        queues.get("summaries").put(body);

        listener.poll();

        assertThat(queues.get("summaries").bodies()).isEmpty();
        assertThat(letters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.path("reason").asText()).isEqualTo(reason);
                            assertThat(letter.path("message").asText()).contains(body.strip());
                            assertThat(letter.path("deliveries").asInt()).isEqualTo(1);
                        });
        assertThat(provider.received()).isEmpty();
        assertThat(listener.timedOut()).isZero();
    }

    @Test
    void aBodyThatIsNoInvocationIsAnErrorWithABody() {
        HttpResponse<String> answer = host.invoke("queue", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invocation");
    }

    @Test
    void noTextOfADocumentIsInTheLog() throws Exception {
        provider.replies(answer());
        queues.get("summaries").put(message("doc-4", "Secretive."));
        queues.get("summaries").put("{\"text\":\"a\",\"lighthouse\":1}");

        listener.poll();

        assertThat(host.output()).contains("is put aside: invalid").doesNotContain("lighthouse");
    }

    @Test
    void withoutAFunctionsHostThereIsNoSuchPathAndNoSuchHeader() throws Exception {
        provider.replies(answer());
        try (StartedProcess server =
                StartedProcess.with(
                        settings(Map.of("PORT", "0", "SUMMARIZER_HOST", "127.0.0.1")))) {
            URI address = URI.create(server.awaitAddress().orElseThrow());
            String document = Texts.DOCUMENT + "No host.";

            assertThat(send(post(address.resolve("/queue"), "{}")).statusCode()).isEqualTo(404);
            send(post(address.resolve("/v1/summaries"), document));
            assertThat(
                            send(post(address.resolve("/v1/summaries"), document)
                                            .header("X-MS-CLIENT-PRINCIPAL-ID", "mallory"))
                                    .body())
                    .contains("\"cache\":\"hit\"");
        }
    }
}

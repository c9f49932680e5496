package org.genaisummarizer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of requests when the process is told to stop (SIGTERM). */
class DrainIT {

    private static final Duration A_WHILE = Duration.ofSeconds(4);

    private final ScriptedProvider provider = new ScriptedProvider();
    private HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
        provider.close();
    }

    private StartedProcess start(String grace) throws IOException {
        return StartedProcess.with(
                Map.of(
                        "PORT", "0",
                        "SUMMARIZER_HOST", "127.0.0.1",
                        "SUMMARIZER_DRAIN", grace,
                        "OPENAI_API_KEY", "none",
                        "OPENAI_BASE_URL", provider.baseUri().toString()));
    }

    private CompletableFuture<HttpResponse<String>> ask(String address, String accept) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/v1/summaries?max_words=60"))
                        .header("Content-Type", "text/plain")
                        .header("Accept", accept)
                        .POST(HttpRequest.BodyPublishers.ofString(Texts.DOCUMENT))
                        .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private void awaitCall() {
        Await.until("the provider is called", () -> !provider.received().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aRequestInFlightIsAnsweredANewOneIsSentElsewhereAndThenItEnds(HttpClient.Version version)
            throws Exception {
        client = HttpClient.newBuilder().version(version).build();
        provider.replies(Dialect.OPENAI.answer(Dialect.words(60)).delayed(A_WHILE));
        try (StartedProcess server = start("30s")) {
            String address = server.awaitAddress().orElseThrow();
            CompletableFuture<HttpResponse<String>> inFlight = ask(address, "application/json");
            awaitCall();

            server.stop();
            Await.until(
                    "new ones are refused", () -> status(address, "/v1/summaries/unknown") == 503);
            assertThat(status(address, "/q/openapi")).as("of the document").isEqualTo(200);

            assertThat(inFlight.get().statusCode()).isEqualTo(200);
            assertThat(inFlight.get().body()).contains("word59");
            assertThat(server.awaitEnd()).as("its exit code").isIn(0, 143);
        }
    }

    private int status(String address, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new AssertionError("it is gone before its requests", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStreamThatIsNotDoneWhenTheGraceIsOverEndsWithFailed() throws Exception {
        provider.replies(Reply.hang());
        try (StartedProcess server = start("1s")) {
            String address = server.awaitAddress().orElseThrow();
            CompletableFuture<HttpResponse<String>> stream = ask(address, "text/event-stream");
            awaitCall();

            server.stop();

            assertThat(stream.get().body())
                    .contains("event: started\n")
                    .contains("event: failed\n")
                    .doesNotContain("event: completed");
            server.awaitEnd();
        }
    }
}

package org.genaisummarizer.testing.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.genaisummarizer.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptedProviderTest {

    private final ScriptedProvider provider = new ScriptedProvider();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        client.shutdownNow();
        provider.close();
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create(provider.baseUri() + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString("hello"))
                .build();
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return client.send(request(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsWholeAndTheConnectionServesTheNext(Dialect dialect) throws Exception {
        provider.replies(dialect.answer("one", "two"));

        for (int i = 0; i < 3; i++) {
            assertThat(post().body()).contains("one").contains("two").contains(dialect.stop());
        }
        assertThat(provider.received())
                .hasSize(3)
                .allMatch(Received::wasAnswered)
                .allMatch(r -> r.body().equals("hello"));
    }

    @Test
    void repliesComeInTheirOrderAndTheLastForEver() throws Exception {
        provider.replies(Reply.error(429, "slow", "Retry-After: 2"), Reply.error(503, "down"));

        assertThat(post().headers().firstValue("Retry-After")).contains("2");
        assertThat(post().statusCode()).isEqualTo(503);
        assertThat(post().statusCode()).isEqualTo(503);
    }

    @Test
    void aCutAndAResetAreErrorsToTheClient() {
        provider.replies(
                Dialect.OPENAI.answer("one", "two").after(3, new Step.Cut()), Reply.reset());

        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    }

    @Test
    void aClientThatLeavesIsNoted() {
        provider.replies(Reply.hang());
        CompletableFuture<HttpResponse<String>> call =
                client.sendAsync(request(), HttpResponse.BodyHandlers.ofString());
        Await.until("the request came", () -> provider.received().size() == 1);

        call.cancel(true);

        Await.until("it was cancelled", () -> provider.received().getFirst().wasCancelled());
    }

    @Test
    void aPauseIsWaitedFor() throws Exception {
        provider.replies(Dialect.OPENAI.answer("late").delayed(Duration.ofMillis(200)));
        long start = System.nanoTime();

        post();

        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(190).toNanos());
    }

    @Test
    void itIsUpAgainAtOnceHoweverOftenItWasDown() throws Exception {
        provider.replies(Dialect.OPENAI.answer("here"));
        for (int i = 0; i < 20; i++) {
            provider.down();
            assertThatThrownBy(this::post).isInstanceOf(IOException.class);
            provider.up();
            assertThat(post().statusCode()).isEqualTo(200);
        }
    }
}

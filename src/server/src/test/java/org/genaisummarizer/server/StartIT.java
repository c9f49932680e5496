package org.genaisummarizer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the built server starts, or says why it does not. */
class StartIT {

    private static final int TRIES = 5;

    @ParameterizedTest
    @CsvSource({
        "SUMMARIZER_TIMEOUT, sk-verysecret",
        "SUMMARIZER_PROVIDERS, sk-verysecret",
        "OPENAI_BASE_URL, sk-verysecret",
        "PORT, sk-verysecret",
    })
    void aBadSettingEndsTheStartWithItsNameAndWithoutItsValue(String variable, String value)
            throws Exception {
        try (StartedProcess server = StartedProcess.with(Map.of(variable, value))) {
            assertThat(server.awaitAddress()).isEmpty();
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.output())
                    .contains(variable)
                    .doesNotContain(value)
                    .doesNotContain("\tat ");
            assertThat(server.output().lines().count()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PORT", "QUARKUS_HTTP_PORT"})
    void thePortIsMovedByItsVariable(String variable) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            int port = freePort();
            try (StartedProcess server =
                    StartedProcess.with(Map.of(variable, Integer.toString(port)))) {
                Optional<String> address = server.awaitAddress();
                // Somebody else may have taken the port since it was found free.
                if (address.isPresent()) {
                    assertThat(address.get()).endsWith(":" + port);
                    return;
                }
            }
        }
        throw new AssertionError("the server did not start on any of " + TRIES + " free ports");
    }

    @Test
    void aProviderOfAnyNameIsTurnedOnByTheEnvironmentAlone() throws Exception {
        Map<String, String> variables =
                Map.of(
                        "PORT", "0",
                        "SUMMARIZER_HOST", "127.0.0.1",
                        "SUMMARIZER_PROVIDER_My_Local_TYPE", "openai",
                        // Nobody listens there, so the answer tells whom the server asked.
                        "SUMMARIZER_PROVIDER_My_Local_BASE_URL", "http://127.0.0.1:1/v1",
                        "SUMMARIZER_PROVIDER_My_Local_MODEL", "llama");
        try (StartedProcess server = StartedProcess.with(variables)) {
            String address = server.awaitAddress().orElseThrow();

            HttpResponse<String> answer = summarize(address);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("my-local");
        }
    }

    private static HttpResponse<String> summarize(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + "/v1/summaries"))
                            .header("Content-Type", "text/plain")
                            .POST(HttpRequest.BodyPublishers.ofString(Texts.DOCUMENT))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

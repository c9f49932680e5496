package org.genaisummarizer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our clients against a server of the vendors' formats that we did not write. */
class ForeignMockIT {

    private static final String SUMMARY =
            "The board put its vote on the lighthouse off until April.";

    @ParameterizedTest
    @ValueSource(strings = {"OPENAI", "ANTHROPIC"})
    void itsStreamIsReadToItsEnd(String vendor) throws Exception {
        assumeTrue(
                ForeignMock.isThere(),
                "NOT TESTED against aimock: it takes Node, and npm that can fetch it");
        try (ForeignMock mock = ForeignMock.answering("lighthouse", SUMMARY);
                StartedProcess server =
                        StartedProcess.with(
                                Map.of(
                                        "PORT",
                                        "0",
                                        "SUMMARIZER_HOST",
                                        "127.0.0.1",
                                        vendor + "_API_KEY",
                                        "sk-of-nobody",
                                        vendor + "_BASE_URL",
                                        mock.baseUrl()))) {
            JsonNode answer = summarize(server.awaitAddress().orElseThrow());

            assertThat(answer.path("summary").asText()).as("%s", answer).isEqualTo(SUMMARY);
            assertThat(answer.path("finish_reason").asText()).isEqualTo("stop");
            assertThat(answer.path("provider").asText()).isEqualToIgnoringCase(vendor);
            assertThat(answer.at("/attempts/0/outcome").asText()).isEqualTo("completed");
        }
    }

    private static JsonNode summarize(String address) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/v1/summaries?max_words=40"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(Texts.DOCUMENT))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(body);
        }
    }
}

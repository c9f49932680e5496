package org.genaisummarizer.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built server, jar or native binary, as it is without a single setting. */
@QuarkusIntegrationTest
class NothingConfiguredIT {

    @Test
    void aDocumentIsSummarizedByTheBuiltInSummarizer() {
        given().body(Map.of("text", Texts.DOCUMENT, "max_words", 40))
                .contentType("application/json")
                .post("/v1/summaries")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("provider", equalTo("extractive"))
                .body("language", equalTo("en"))
                .body("finish_reason", equalTo("stop"))
                .body("coverage.complete", equalTo(true))
                .body("summary", containsString("lighthouse"));
    }

    @Test
    void theSameAgainComesFromTheCache() {
        String text = Texts.DOCUMENT + "And this makes it another document than the others.";
        summarize(text).body("cache", equalTo("miss"));

        summarize(text).body("cache", equalTo("hit")).header("Cache-Status", containsString("hit"));
    }

    private static io.restassured.response.ValidatableResponse summarize(String text) {
        return given().body(text)
                .contentType("text/plain")
                .queryParam("max_words", 30)
                .post("/v1/summaries")
                .then()
                .statusCode(200);
    }

    @Test
    void aStreamEndsWithTheWholeAnswer() {
        given().body(Texts.DOCUMENT)
                .contentType("text/plain")
                .accept("text/event-stream")
                .post("/v1/summaries")
                .then()
                .statusCode(200)
                .contentType(containsString("text/event-stream"))
                .body(
                        allOf(
                                containsString("event: started\n"),
                                containsString("event: delta\n"),
                                containsString("event: completed\n"),
                                not(containsString("event: failed")),
                                endsWith("\n\n")));
    }

    @Test
    void htmlIsReducedToItsText() {
        given().body("<html><script>var x</script><p>" + Texts.DOCUMENT + "</p></html>")
                .contentType("text/html")
                .post("/v1/summaries")
                .then()
                .statusCode(200)
                .body("summary", not(containsString("<")))
                .body("summary", not(containsString("var x")));
    }

    @Test
    void theSimplestClientGetsTheSummaryAlone() {
        given().queryParam("text", Texts.DOCUMENT)
                .get("/summarize")
                .then()
                .statusCode(200)
                .body("summary", notNullValue())
                .body("$", not(hasKey("usage")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json | {"text":            | 400
                    application/json | {"text": 1}         | 422
                    application/json | {"text": " "}       | 422
                    application/json | {"txt": "a"}        | 422
                    application/pdf  | %PDF                | 415
                    """)
    void whatCannotBeReadIsRefusedWithAProblem(String type, String body, int status) {
        given().body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .contentType(type)
                .post("/v1/summaries")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }

    @Test
    void healthAndMetricsAreServed() {
        summarize(Texts.DOCUMENT);

        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("gen_ai_client_operation_duration_seconds_bucket"))
                .body(containsString("summarizer_requests_in_flight"));
    }
}

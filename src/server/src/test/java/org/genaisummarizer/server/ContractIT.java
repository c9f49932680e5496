package org.genaisummarizer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The HTTP contract, form by form, against the built server; all that is sent and answered here is
 * held to the server's own OpenAPI document.
 */
@QuarkusIntegrationTest
class ContractIT {

    private static final String GERMAN =
            """
            Der Hafenrat hat am Dienstag über den alten Leuchtturm beraten. \
            Seine Lampe ist seit vielen Jahren dunkel, und die Treppe ist nicht mehr sicher. \
            Ein Verein möchte daraus ein Museum der Fischerei machen. \
            Ein Hotel würde den Turm kaufen und von außen so lassen, wie er ist. \
            Die Reparatur kostet in jedem Fall vierhunderttausend Euro. \
            Die Entscheidung fällt erst, wenn die Ingenieure die Fundamente geprüft haben.
            """;

    private static ServedContract contract;

    /** Not before all: the server's address is known by now, and not earlier. */
    @BeforeEach
    void readTheDocument() {
        if (contract == null) {
            contract = new ServedContract(ServedContract.document());
        }
    }

    private static RequestSpecification given() {
        return given(contract.exchange());
    }

    /** For requests that are not as the document has them. */
    private static RequestSpecification givenWrongly() {
        return given(contract.answer());
    }

    private static RequestSpecification given(Filter filter) {
        return RestAssured.given().filter(filter);
    }

    private static ValidatableResponse post(String type, String body, String query) {
        return given().contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/summaries" + query)
                .then();
    }

    private static ValidatableResponse json(Map<String, Object> members) {
        Map<String, Object> body = new HashMap<>(members);
        body.putIfAbsent("text", Texts.DOCUMENT);
        return given().contentType("application/json").body(body).post("/v1/summaries").then();
    }

    @Test
    void theWholeAnswerIsAsTheContractHasIt() {
        json(Map.of("metadata", Map.of("ticket", 7)))
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("id", not(emptyOrNullString()))
                .body("summary", not(emptyOrNullString()))
                .body("language", equalTo("en"))
                .body("finish_reason", equalTo("stop"))
                .body("usage.input_tokens", equalTo(0))
                .body("usage.output_tokens", equalTo(0))
                .body("usage.cached_input_tokens", equalTo(0))
                .body("cost.amount", equalTo(0))
                .body("cost.currency", equalTo("USD"))
                .body("cost.estimated", equalTo(false))
                .body("coverage.chunks", equalTo(1))
                .body("coverage.complete", equalTo(true))
                .body("attempts.outcome", hasItem("completed"))
                .body("degraded", equalTo(false))
                .body("metadata.ticket", equalTo(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/markdown", "text/plain; charset=utf-8"})
    void aDocumentIsItsBodyAndItsOptionsAreInTheQuery(String type) {
        post(type, Texts.DOCUMENT, "?style=bullets&max_words=40")
                .statusCode(200)
                .body("summary", containsString("- "));
    }

    @Test
    void anotherCharsetIsRead() {
        given().contentType("text/plain; charset=ISO-8859-1")
                .body(GERMAN.getBytes(StandardCharsets.ISO_8859_1))
                .post("/v1/summaries?max_words=30")
                .then()
                .statusCode(200)
                .body("language", equalTo("de"))
                .body("summary", not(containsString("\uFFFD")));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 90})
    void theLengthIsKeptToWithinAFifth(int words) {
        String summary = json(Map.of("max_words", words)).statusCode(200).extract().path("summary");

        assertThat(summary.split("\\s+").length).isBetween(words * 8 / 10, words * 12 / 10);
    }

    @Test
    void aStyleChangesTheForm() {
        String bullets =
                json(Map.of("style", "bullets", "max_words", 60))
                        .statusCode(200)
                        .extract()
                        .path("summary");
        String headline =
                json(Map.of("style", "headline")).statusCode(200).extract().path("summary");

        assertThat(bullets.lines()).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("- "));
        assertThat(headline.lines()).hasSize(1);
        assertThat(headline).doesNotEndWith(".");
        assertThat(headline.split("\\s+")).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void theDocumentsLanguageIsTheAnswers() {
        json(Map.of("text", GERMAN, "language", "auto", "max_words", 20))
                .statusCode(200)
                .body("language", equalTo("de"));
    }

    @Test
    void aShortDocumentIsItsOwnSummary() {
        json(Map.of("text", "A bridge is built."))
                .statusCode(200)
                .body("summary", equalTo("A bridge is built."))
                .body("provider", equalTo("none"));
    }

    @Test
    void cacheDirectivesHoldAndTheirEffectIsTold() {
        String document = Texts.DOCUMENT + "Nobody else sends this line, so it is cached for us.";
        cached(document, "").body("cache", equalTo("miss"));
        cached(document, "")
                .body("cache", equalTo("hit"))
                .header("Cache-Status", "genai-summarizer; hit");
        cached(document, "no-cache")
                .body("cache", equalTo("bypassed"))
                .header("Cache-Status", "genai-summarizer; fwd=request");
        cached(document, "only-if-cached").body("cache", equalTo("hit"));
        given().contentType("text/plain")
                .header("Cache-Control", "only-if-cached")
                .body(document + "More.")
                .post("/v1/summaries")
                .then()
                .statusCode(504)
                .body("type", equalTo("urn:genai-summarizer:problem:not-cached"));
    }

    private static ValidatableResponse cached(String document, String directive) {
        RequestSpecification request = given().contentType("text/plain").body(document);
        if (!directive.isEmpty()) {
            request.header("Cache-Control", directive);
        }
        return request.post("/v1/summaries").then().statusCode(200);
    }

    @Test
    void aCachedAnswerIsStreamedAsTheSameEvents() {
        String document = Texts.DOCUMENT + "This line makes the stream's document its own.";
        String first = stream(document);
        String second = stream(document);

        assertThat(names(first)).containsExactly("started", "delta", "completed");
        assertThat(names(second)).containsExactly("started", "delta", "completed");
        assertThat(second).contains("\"cache\":\"hit\"");
    }

    private static String stream(String document) {
        return given().contentType("text/plain")
                .accept("text/event-stream")
                .body(document)
                .post("/v1/summaries")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static java.util.List<String> names(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
    }

    @Test
    void anEstimateCallsNobody() {
        given().contentType("text/plain")
                .urlEncodingEnabled(false)
                .body(Texts.DOCUMENT)
                .post("/v1/summaries:estimate")
                .then()
                .statusCode(200)
                .body("provider", equalTo("extractive"))
                .body("calls", equalTo(1))
                .body("cost.amount", equalTo(0));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    GET,    /v1/summaries,              405
                    DELETE, /v1/summaries,              405
                    POST,   /summarize,                 405
                    GET,    /summarize,                 422
                    GET,    /summarize?text=,           422
                    GET,    /summarize?text=%FF,        400
                    GET,    /summarize?text=a&text=b,   422
                    GET,    /summarize?text=a&colour=b, 422
                    GET,    /v1/summaries/unknown,      404
                    GET,    /v1/summaries/a%2Fb,        404
                    GET,    /,                          404
                    GET,    /v2/summaries,              404
                    """)
    void whatIsNotThereIsToldAsAProblem(String method, String path, int status) {
        givenWrongly()
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", containsString("urn:genai-summarizer:problem:"));
    }

    @ParameterizedTest(name = "{0}, Accept {1}, {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    text/plain,       application/xml,  '',                406
                    application/pdf,  */*,              '',                415
                    text/plain; charset=klingon, */*,   '',                415
                    text/plain,       */*,              ?style=poem,       422
                    text/plain,       */*,              ?max_words=4,      422
                    text/plain,       */*,              ?max_words=5001,   422
                    text/plain,       */*,              ?length=short&max_words=9, 422
                    text/plain,       */*,              ?language=klingon!, 422
                    text/plain,       */*,              ?model=gpt,        422
                    text/plain,       */*,              ?model=no/body,    422
                    application/json, */*,              ?style=bullets,    422
                    """)
    void whatCannotBeServedIsRefused(String type, String accept, String query, int status) {
        givenWrongly()
                .contentType(type)
                .accept(accept)
                .body(Texts.DOCUMENT.getBytes(StandardCharsets.UTF_8))
                .post("/v1/summaries" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void aHeaderThatAnybodyCanSendIsNoIdentity() {
        String document = Texts.DOCUMENT + "A line for the one who is not who he says he is.";
        as("acme/alice", document).body("cache", equalTo("miss"));
        as("evil/mallory", document).body("cache", equalTo("hit"));
    }

    private static ValidatableResponse as(String identity, String document) {
        return given().contentType("text/plain")
                .header("X-Summarizer-Identity", identity)
                .body(document)
                .post("/v1/summaries")
                .then()
                .statusCode(200);
    }

    @Test
    void aBodyMayHaveEveryMember() {
        json(Map.of(
                        "text", Texts.DOCUMENT,
                        "style", "bullets",
                        "length", "short",
                        "language", "en",
                        "focus", "the lighthouse",
                        "model", "extractive/extractive",
                        "metadata", Map.of("ticket", 7, "more", Map.of("a", "b"))))
                .statusCode(200);
    }

    @Test
    void anIdempotencyKeyGetsTheSameOutcomeAgain() {
        String document = Texts.DOCUMENT + "This line makes the key's document its own.";

        assertThat(keyed(document)).isEqualTo(keyed(document));
    }

    private static String keyed(String document) {
        return given().contentType("text/plain")
                .header("Idempotency-Key", "\"a-key-of-its-own\"")
                .body(document)
                .post("/v1/summaries")
                .then()
                .statusCode(200)
                .extract()
                .path("summary");
    }

    @Test
    void theSimplestClientGetsTheTextAlone() {
        given().queryParam("text", "A bridge is built.")
                .get("/summarize")
                .then()
                .statusCode(200)
                .body("summary", equalTo("A bridge is built."));
    }
}

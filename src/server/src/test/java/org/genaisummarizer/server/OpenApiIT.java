package org.genaisummarizer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document that the built server gives out, and that holding to it can fail. */
@QuarkusIntegrationTest
class OpenApiIT {

    private static final String SHORT = "A bridge is built.";

    private String document;

    @BeforeEach
    void readTheDocument() {
        document = ServedContract.document();
    }

    private RequestSpecification given() {
        return given(new ServedContract(document).exchange());
    }

    private static RequestSpecification given(Filter filter) {
        return RestAssured.given().filter(filter);
    }

    @Test
    void itIsServedAsYaml() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .header("Cache-Control", "max-age=3600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void itTakesNoOtherMethod(String method) {
        given(new ServedContract(document).answer())
                .contentType("text/plain")
                .body(SHORT)
                .request(method, "/q/openapi")
                .then()
                .statusCode(405)
                .header("Allow", "GET")
                .contentType("application/problem+json");
    }

    @Test
    void whatIsUnknownBesideItIsLeftToQuarkus() {
        RestAssured.given()
                .get("/q/openapi.json")
                .then()
                .statusCode(404)
                .header("Content-Type", not(equalTo("application/problem+json")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/started",
                "/q/metrics"
            })
    void whatWatchesTheServerIsInIt(String path) {
        given().get(path).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    degraded: { type: boolean | degraded: { type: string
                    degraded: { type: boolean | demoted: { type: boolean
                    [miss, hit, shared, bypassed] | [missed]
                    enum: [no-store]              | enum: [store]
                    (hit|fwd=miss|                | (missed|
                    """)
    void anAnswerThatIsNotAsItSaysIsNoticed(String written, String instead) {
        RequestSpecification request =
                given(new ServedContract(tampered(written, instead)).exchange())
                        .contentType("text/plain")
                        .body(SHORT);

        assertThatThrownBy(() -> request.post("/v1/summaries"))
                .hasMessageContaining("validation.response.");
    }

    @Test
    void aProblemThatIsNotInItIsNoticed() {
        Filter tampered =
                new ServedContract(tampered("problem:not-found", "problem:lost")).answer();

        assertThatThrownBy(() -> given(tampered).get("/v2/summaries"))
                .hasMessageContaining("not-found");
    }

    private String tampered(String written, String instead) {
        assertThat(document).containsOnlyOnce(written);
        return document.replace(written, instead);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"text": "A bridge.", "colour": "red"}                     | colour
                    {"text": "A bridge.", "length": "short", "max_words": 9}   | validation.request.body.schema
                    """)
    void aBodyThatIsNotAsItSaysIsNoticed(String body, String complaint) {
        RequestSpecification request = given().contentType("application/json").body(body);

        assertThatThrownBy(() -> request.post("/v1/summaries")).hasMessageContaining(complaint);
    }

    @Test
    void anOptionThatIsNotInItIsNoticed() {
        RequestSpecification request = given().contentType("text/plain").body(SHORT);

        assertThatThrownBy(() -> request.post("/v1/summaries?colour=red"))
                .hasMessageContaining("colour");
    }
}

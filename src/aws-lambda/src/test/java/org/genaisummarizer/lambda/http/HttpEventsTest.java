package org.genaisummarizer.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.genaisummarizer.lambda.runtime.InvalidEventException;
import org.genaisummarizer.model.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEventsTest {

    private static HttpEvent read(String json) {
        return new HttpEvents(Optional.empty()).read(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http-api-v2         | POST | /v1/summaries       | max_words=40&focus=caf%C3%A9%20%26%20bar | Hello wörld.               | PAYLOAD_TWO
                    http-api-v2-stage   | GET  | /v1/summaries/doc-7 | ''                                       | ''                         | PAYLOAD_TWO
                    http-api-v2-mapping | POST | /v1/summaries       | ''                                       | {"text":"Hello wörld."}    | PAYLOAD_TWO
                    function-url        | POST | /v1/summaries       | ''                                       | The council met on Monday. | PAYLOAD_TWO
                    rest-api-v1         | POST | /v1/summaries       | focus=caf%C3%A9+%26+bar&max_words=40     | Hello wörld.               | PAYLOAD_ONE
                    rest-api-v1-domain  | GET  | /v1/summaries/doc-7 | ''                                       | ''                         | PAYLOAD_ONE
                    http-api-v1-stage   | GET  | /summarize          | text=a%2Bb                               | ''                         | PAYLOAD_ONE
                    alb                 | GET  | /summarize          | text=caf%C3%A9+%26+bar                   | ''                         | LOAD_BALANCER
                    alb-multi           | POST | /v1/summaries       | max_words=40&style=bullets               | Hello wörld.               | LOAD_BALANCER_LISTS
                    """)
    void everyKindOfEventIsTheSameCall(
            String name, String method, String path, String query, String body, AnswerForm form) {
        HttpEvent event = read(Events.named(name));

        assertThat(event.call().method()).isEqualTo(method);
        assertThat(event.call().path()).isEqualTo(path);
        assertThat(event.call().query()).isEqualTo(query);
        assertThat(new String(event.call().body(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(event.form()).isEqualTo(form);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http-api-v2,         acme,         user-1",
        "http-api-v2-stage,   acme,         billing",
        "http-api-v2-mapping, 123456789012, arn:aws:iam::123456789012:user/Alice",
        "function-url,        default,      anonymous",
        "rest-api-v1,         acme,         user-1",
        "rest-api-v1-domain,  acme,         billing",
        "http-api-v1-stage,   123456789012, arn:aws:iam::123456789012:user/Alice",
        "alb,                 default,      anonymous",
    })
    void theCallerIsWhomTheGatewayVerified(String name, String tenant, String principal) {
        assertThat(read(Events.named(name)).caller()).isEqualTo(new Caller(tenant, principal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"jwt":{"claims":{"sub":"u"}}}                 | u      | u
                    {"jwt":{"claims":{"client_id":"app"}}}         | app    | app
                    {"jwt":{"claims":{"tenant":"","sub":"u"}}}     | u      | u
                    {"lambda":{"principal":"p"}}                   | p      | p
                    {"lambda":{"tenant":"t"}}                      | t      | t
                    {"lambda":{"other":"x"}}                       | default | anonymous
                    {"iam":{"userId":"AIDA"}}                      | AIDA   | AIDA
                    {}                                             | default | anonymous
                    """)
    void whoHasNoTenantIsATenantOfTheirOwn(String authorizer, String tenant, String principal) {
        String event =
                """
                {"version":"2.0","rawPath":"/","requestContext":{"http":{"method":"GET"},"authorizer":%s}}"""
                        .formatted(authorizer);

        assertThat(read(event).caller()).isEqualTo(new Caller(tenant, principal));
    }

    @Test
    void aHeaderThatWasSentTwiceIsAList() {
        assertThat(read(Events.named("rest-api-v1")).call().fields().joined("cache-control"))
                .contains("no-cache, no-store");
        assertThat(read(Events.named("alb-multi")).call().fields().joined("Cache-Control"))
                .contains("no-cache, no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "/api,   /api/summarize,  /summarize",
        "/api,   /apis/summarize, /apis/summarize",
        "/api,   /summarize,      /summarize",
        "/api,   /api,            /",
        "/a/b,   /a/b/summarize,  /summarize",
        "'',     /api/summarize,  /api/summarize",
    })
    void theConfiguredBasePathIsTakenOff(String basePath, String path, String inside) {
        String event = Events.named("alb").replace("\"/summarize\"", "\"" + path + "\"");

        assertThat(
                        new HttpEvents(Optional.of(basePath))
                                .read(event.getBytes(StandardCharsets.UTF_8))
                                .call()
                                .path())
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "[]",
                "{}",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}",
                "{\"version\":\"2.0\",\"requestContext\":{}}",
                "{\"httpMethod\":\"GET\",\"path\":\"/\"}",
            })
    void anythingElseIsRefused(String event) {
        assertThatThrownBy(() -> read(event)).isInstanceOf(InvalidEventException.class);
    }

    @Test
    void aBodyThatIsNotTheBase64ItClaimsToBeIsRefused() {
        String event = Events.named("alb-multi").replace("SGVsbG8", "!!!!");

        assertThatThrownBy(() -> read(event)).isInstanceOf(InvalidEventException.class);
    }
}

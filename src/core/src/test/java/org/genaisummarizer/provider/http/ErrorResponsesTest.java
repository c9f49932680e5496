package org.genaisummarizer.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorResponsesTest {

    private final ErrorResponses errors = new ErrorResponses(new ManualClock());

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    429 | rate_limit_exceeded                                | rate-limited
                    429 | {"code":"insufficient_quota"}                      | misconfigured
                    401 | invalid_api_key                                    | misconfigured
                    402 | billing                                            | misconfigured
                    403 | not allowed in your country                        | misconfigured
                    403 | {"code":"content_filter"}                          | content-rejected
                    404 | model_not_found                                    | misconfigured
                    408 | timeout                                            | server-error
                    400 | This model's maximum context length is 8192 tokens | context-exceeded
                    400 | prompt is too long: 210000 tokens > 200000 maximum | context-exceeded
                    500 | the request exceeds the available context size     | context-exceeded
                    400 | content_policy_violation                           | content-rejected
                    400 | Output blocked by content filtering policy         | content-rejected
                    400 | Your credit balance is too low                     | misconfigured
                    400 | stream must be a boolean                           | refused
                    413 | request_too_large                                  | refused
                    422 | unknown field                                      | refused
                    307 | moved                                              | refused
                    500 | internal                                           | server-error
                    502 | <html>Bad Gateway</html>                           | server-error
                    503 | overloaded                                         | server-error
                    529 | overloaded_error                                   | server-error
                    """)
    void aStatusAndItsWordsAreAFailure(int status, String body, String slug) {
        assertThat(errors.of(status, Optional.empty(), body).slug()).isEqualTo(slug);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"overloaded_error"}         | server-error
                    {"type":"api_error"}                | server-error
                    {"type":"rate_limit_error"}         | rate-limited
                    {"code":"context_length_exceeded"}  | context-exceeded
                    {"code":"content_filter"}           | content-rejected
                    {"message":"who knows"}             | unusable
                    """)
    void anErrorInsideAStreamIsAFailure(String error, String slug) {
        assertThat(errors.inside(error).slug()).isEqualTo(slug);
    }

    @Test
    void aRateLimitKeepsWhatItSaysOfTheWait() {
        assertThat(errors.of(429, Optional.of("7"), ""))
                .isEqualTo(new Failure.RateLimited(Optional.of(Duration.ofSeconds(7))));
    }

    @ParameterizedTest(name = "Retry-After: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    0                             | PT0S
                    2                             | PT2S
                    ' 86400 '                     | PT24H
                    Thu, 01 Jan 2026 00:00:05 GMT | PT5S
                    Wed, 31 Dec 2025 23:59:59 GMT | none
                    -5                            | none
                    1.5                           | none
                    soon                          | none
                    99999999999999999999          | none
                    ''                            | none
                    """)
    void aWaitIsReadOrNotBelieved(String field, Duration wait) {
        assertThat(RetryAfter.parse(Optional.of(field), new ManualClock()))
                .isEqualTo(Optional.ofNullable(wait));
    }
}

package org.genaisummarizer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    ''                                        | JSON
                    */*                                       | JSON
                    application/json                          | JSON
                    text/event-stream                         | EVENT_STREAM
                    TEXT/Event-Stream; q=0.5                  | EVENT_STREAM
                    text/*                                    | EVENT_STREAM
                    text/event-stream, application/json;q=0.9 | EVENT_STREAM
                    text/event-stream;q=0.9, application/json | JSON
                    text/event-stream, application/json       | JSON
                    text/event-stream, */*;q=0.1              | EVENT_STREAM
                    */*, application/json;q=0                 | EVENT_STREAM
                    application/xml                           | none
                    application/json;q=0                      | none
                    """)
    void theFormIsTheOneThatIsMoreWelcome(String accept, Accept.Form form) {
        assertThat(Accept.form(Optional.of(accept))).isEqualTo(Optional.ofNullable(form));
    }
}

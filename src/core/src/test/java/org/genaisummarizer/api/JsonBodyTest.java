package org.genaisummarizer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {

    @Test
    void everyMemberIsRead() throws ProblemException {
        JsonBody body =
                JsonBody.read(
                        """
                        {"text": "a \\u00e9", "style": "bullets", "max_words": 40, "language": "de",
                         "focus": "costs", "model": "openai/gpt", "metadata": {"a": [1, {"b": null}]}}
                        """);

        assertThat(body.text()).isEqualTo("a é");
        assertThat(body.fields().style()).contains("bullets");
        assertThat(body.fields().maxWords()).isEqualTo(OptionalInt.of(40));
        assertThat(body.fields().language()).contains("de");
        assertThat(body.fields().focus()).contains("costs");
        assertThat(body.fields().model()).contains("openai/gpt");
        assertThat(body.fields().metadata()).contains("{\"a\":[1,{\"b\":null}]}");
        assertThat(body.id()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"text": "a", "id": "x"}       | 422 | unknown member "id"
                    {"text": "a", "t\\nx": 1}      | 422 | unknown member "tx"
                    {"text": null}                 | 422 | text must be a string
                    {"text": "a", "max_words":"4"} | 422 | max_words must be a whole number
                    {"text": "a", "max_words":4.5} | 422 | max_words must be a whole number
                    {"text": "a", "metadata":[]}   | 422 | metadata must be an object
                    {"style": "bullets"}           | 422 | text must be given
                    {"text": "a"} x                | 400 | JSON
                    {"text": "a"} {}               | 400 | nothing after it
                    {"text": "a", "text": "b"}     | 400 | must not name a member twice
                    "text"                         | 400 | must be a JSON object
                    {text: "a"}                    | 400 | JSON
                    """)
    void whatIsWrongIsToldByItsRule(String json, int status, String rule) {
        assertThatThrownBy(() -> JsonBody.read(json))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().status()).isEqualTo(status);
                            assertThat(e.problem().detail()).contains(rule);
                        });
    }

    @Test
    void nestingIsBoundedAndWithinTheBoundItIsKept() throws ProblemException {
        String deep = "{\"text\":\"a\",\"metadata\":" + "{\"a\":".repeat(30) + "1" + "}".repeat(31);
        String deeper =
                "{\"text\":\"a\",\"metadata\":" + "{\"a\":".repeat(40) + "1" + "}".repeat(41);

        assertThat(JsonBody.read(deep).fields().metadata()).isPresent();
        assertThatThrownBy(() -> JsonBody.read(deeper)).isInstanceOf(ProblemException.class);
    }

    @Test
    void metadataIsBounded() {
        String large = "{\"text\":\"a\",\"metadata\":{\"a\":\"" + "x".repeat(8_200) + "\"}}";

        assertThatThrownBy(() -> JsonBody.read(large)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aMessageMayHaveAnId() throws ProblemException {
        QueueMessage message = QueueMessage.parse("{\"text\":\"a\",\"id\":\"doc-1\"}", 1_000);

        assertThat(message.id()).contains("doc-1");
        assertThatThrownBy(() -> QueueMessage.parse("{\"text\":\"a\",\"id\":\"a/b\"}", 1_000))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> QueueMessage.parse("{\"text\":\"a\",\"id\":\"doc-1\"}", 10))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(413));
    }
}

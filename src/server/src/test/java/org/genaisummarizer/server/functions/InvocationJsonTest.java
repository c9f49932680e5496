package org.genaisummarizer.server.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.genaisummarizer.api.ProblemException;
import org.genaisummarizer.azure.QueuedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationJsonTest {

    private static QueuedMessage read(String json) throws ProblemException {
        return InvocationJson.read(json.getBytes(StandardCharsets.UTF_8), "message");
    }

    static Stream<Arguments> messagesInEveryForm() {
        List<String> bodies =
                List.of(
                        "{\"text\":\"The \\\"board\\\" met.\",\"id\":\"doc-7\"}",
                        "{\"text\":\"Grüße, 東京 😀\",\"metadata\":{\"n\":0.10000000000000000000001}}",
                        "no JSON",
                        "\"quoted, but open",
                        "[1,2]",
                        "");
        return bodies.stream()
                .flatMap(body -> Stream.of(Form.values()).map(form -> Arguments.of(form, body)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("messagesInEveryForm")
    void aMessageIsTheSameInWhateverFormItComes(Form form, String body) throws Exception {
        Stored stored = new Stored("m-1", "receipt", 3, body);

        QueuedMessage message = read(QueueListener.invocation("message", stored, form));

        assertThat(message.body()).isEqualTo(body);
        assertThat(message.deliveries()).isEqualTo(3);
        assertThat(message.id()).isEqualTo(body.contains("doc-7") ? "doc-7" : "m-1");
    }

    @ParameterizedTest(name = "Id {0}, DequeueCount {1}: {2}, {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "a"            | 2         | a       | 2
                    "\\"a\\""      | "2"       | a       | 2
                    7              | "\\"2\\"" | 7       | 2
                    "not fit"      | "two"     | unnamed | 1
                    null           | null      | unnamed | 1
                    {}             | -4        | unnamed | 1
                    "\\"open"      | []        | unnamed | 1
                    """)
    void propertiesMayBeQuotedOrMissing(String id, String count, String read, int deliveries)
            throws Exception {
        QueuedMessage message =
                read(
                        "{\"Data\":{\"message\":\"a\"},\"Metadata\":{\"Id\":%s,\"DequeueCount\":%s}}"
                                .formatted(id, count));

        assertThat(message.id()).isEqualTo(read);
        assertThat(message.deliveries()).isEqualTo(deliveries);
    }

    @Test
    void aMessageWithoutPropertiesIsRead() throws Exception {
        assertThat(read("{\"Data\":{\"message\":\"a\"}}").body()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"Data\":{}}",
                "{\"Data\":{\"message\":null}}",
                "{\"Data\":{\"other\":\"a\"}}",
                "{\"Data\":{\"message\":\"a\"}} more"
            })
    void whatIsNoInvocationIsRefusedWithoutQuotingIt(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().status()).isEqualTo(400);
                            assertThat(e.problem().detail())
                                    .isEqualTo(
                                            "the body must be an invocation of the queue's function");
                        });
    }
}

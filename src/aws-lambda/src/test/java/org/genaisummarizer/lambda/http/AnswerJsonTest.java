package org.genaisummarizer.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.genaisummarizer.api.Header;
import org.genaisummarizer.api.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerJsonTest {

    private static final HttpAnswer ANSWER =
            new HttpAnswer(
                    422,
                    List.of(
                            new Header("Content-Type", "application/json"),
                            new Header("Vary", "Accept"),
                            new Header("Vary", "Origin")),
                    "{\"a\":\"wörld\"}".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    PAYLOAD_TWO         | {"statusCode":422,"headers":{"Content-Type":"application/json","Vary":"Accept, Origin"},"isBase64Encoded":false,"body":"{\\"a\\":\\"wörld\\"}"}
                    PAYLOAD_ONE         | {"statusCode":422,"multiValueHeaders":{"Content-Type":["application/json"],"Vary":["Accept","Origin"]},"isBase64Encoded":false,"body":"{\\"a\\":\\"wörld\\"}"}
                    LOAD_BALANCER       | {"statusCode":422,"statusDescription":"422 Unprocessable Content","headers":{"Content-Type":"application/json","Vary":"Accept, Origin"},"isBase64Encoded":false,"body":"{\\"a\\":\\"wörld\\"}"}
                    LOAD_BALANCER_LISTS | {"statusCode":422,"statusDescription":"422 Unprocessable Content","multiValueHeaders":{"Content-Type":["application/json"],"Vary":["Accept","Origin"]},"isBase64Encoded":false,"body":"{\\"a\\":\\"wörld\\"}"}
                    """)
    void anAnswerHasTheFormThatItsTriggerTakes(AnswerForm form, String json) {
        assertThat(new String(AnswerJson.of(ANSWER, form), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Test
    void aPreludeHasStatusAndHeadersAlone() {
        assertThat(
                        new String(
                                AnswerJson.prelude(200, List.of(new Header("Content-Type", "a/b"))),
                                StandardCharsets.UTF_8))
                .isEqualTo("{\"statusCode\":200,\"headers\":{\"Content-Type\":\"a/b\"}}");
    }
}

package org.genaisummarizer.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.genaisummarizer.api.HtmlFuzz;
import org.genaisummarizer.api.RequestFuzz;
import org.genaisummarizer.provider.http.EventStreamFuzz;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays inputs through the fuzz targets; {@code make fuzz} looks for new ones. */
class FuzzSeedsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int RANDOM_INPUTS = 500;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data: a\n\n",
                "\u00EF\u00BB\u00BFdata: a\r\n\r\n",
                "data\rdata\r\r\ndata:\n\n",
                "event: x\ndata: \u00C3\n\n",
                ":\n:\n\n\n",
                "data: a\r",
                "\u00EF\u00BB",
                "id\n\u0000\n\n"
            })
    void streamsOfEvents(String input) {
        assertThatCode(() -> EventStreamFuzz.fuzzerTestOneInput(bytes(input)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000{\"text\":\"a\"}",
                "\u0000{\"text\":\"\\ud800\"}",
                "\u0000{\"text\":\"a\",\"metadata\":{\"\":\"\\u0000\"}}",
                "\u0000{\"max_words\":99999999999999999999,\"text\":\"a\"}",
                "\u0000{\"\\ud800\":1}",
                "\u0001\u00ff\u00fe",
                "\u0003<p>\u0000</p>",
                "\u0004\u00d8\u0000",
                "\u0005text=%",
                "\u0005text=%ZZ",
                "\u0005text=a&text=b",
                "\u0006text/plain; charset=\"",
                "\u0006text/plain; charset=x-user-defined",
                "\u0006max-age=99999999999"
            })
    void requests(String input) {
        assertThatCode(() -> RequestFuzz.fuzzerTestOneInput(bytes(input)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<p",
                "<!--",
                "<p>&#0;&#x110000;&nbsp;</p>",
                "<table><tr><td><table><td>",
                "<svg><script>",
                "<li></li><li>\u00a0</li>",
                "<template><p>a",
                "\u0000\u0001"
            })
    void pages(String input) {
        assertThatCode(() -> HtmlFuzz.fuzzerTestOneInput(bytes(input))).doesNotThrowAnyException();
    }

    /** Without a fuzzer's guidance, but of a known seed. */
    @RepeatedTest(3)
    void randomBytes(RepetitionInfo target) {
        Random random = new Random(20_261_129);
        Assertions.assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    for (int i = 0; i < RANDOM_INPUTS; i++) {
                        byte[] input = new byte[random.nextInt(300)];
                        random.nextBytes(input);
                        switch (target.getCurrentRepetition()) {
                            case 1 -> EventStreamFuzz.fuzzerTestOneInput(input);
                            case 2 -> RequestFuzz.fuzzerTestOneInput(input);
                            default -> HtmlFuzz.fuzzerTestOneInput(input);
                        }
                    }
                });
    }
}

package org.genaisummarizer.provider.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.genaisummarizer.language.Words;
import org.genaisummarizer.model.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractorTest {

    private static final String HARBOUR =
            """
            The harbour of Larvik was closed on Monday after a crane fell into the fairway. Nobody was hurt, said harbour master Dr. Anna
            Berg. The crane, built in 1974, weighs 340 tons. Divers began to look for its parts in the afternoon. Ferries to Hirtshals
            were sent to Sandefjord instead, which costs passengers about an hour. The company that owns the crane had been told in spring
            that its base was rusty. It had planned to take the crane down in the autumn. The police want to know why it was in use at all.
            Restaurants at the harbour complained that guests stayed away. The harbour will open again when the fairway is free of parts of
            the crane, at the earliest on Thursday. Until then, ships have to wait outside. The mayor asked for patience.
            """;

    private static String summarize(String text, Style style, int words) {
        return Extractor.summarize(text, style, words, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 40, 60, 100})
    void theLengthIsKeptTo(int words) {
        int found = Words.count(summarize(HARBOUR, Style.PARAGRAPH, words));

        assertThat(found).isBetween((int) (0.8 * words), (int) (1.2 * words));
    }

    @Test
    void sentencesAreWholeAndInTheirOrder() {
        String text = HARBOUR.replace('\n', ' ').strip();
        int from = 0;
        for (String sentence :
                summarize(HARBOUR, Style.BULLETS, 60)
                        .lines()
                        .map(line -> line.substring(2))
                        .toList()) {
            int at = text.indexOf(sentence, from);
            assertThat(at).as(sentence).isGreaterThanOrEqualTo(from);
            assertThat(sentence).endsWith(".");
            from = at + sentence.length();
        }
    }

    @Test
    void bulletsAreAList() {
        assertThat(summarize(HARBOUR, Style.BULLETS, 60).lines())
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.startsWith("- "));
    }

    @Test
    void aHeadlineIsOneShortLineWithoutAStop() {
        String headline = summarize(HARBOUR, Style.HEADLINE, 12);

        assertThat(headline).doesNotContain("\n").doesNotEndWith(".");
        assertThat(Words.count(headline)).isBetween(3, 12);
    }

    @Test
    void aFocusBringsTheSentencesThatAnswerIt() {
        assertThat(
                        Extractor.summarize(
                                HARBOUR,
                                Style.PARAGRAPH,
                                25,
                                Optional.of("Who was told about rust?")))
                .contains("rusty");
        assertThat(Extractor.summarize(HARBOUR, Style.PARAGRAPH, 25, Optional.of("restaurants")))
                .contains("Restaurants");
    }

    @Test
    void aFocusThatTheTextKnowsNothingOfChangesNothing() {
        assertThat(Extractor.summarize(HARBOUR, Style.PARAGRAPH, 40, Optional.of("zebras")))
                .isEqualTo(summarize(HARBOUR, Style.PARAGRAPH, 40));
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                Arguments.of("Dr. Smith met J. R. Miller at 3.14 p.m. on Monday. They spoke.", 2),
                Arguments.of(
                        "See https://example.com/a.b?c=d. It works! Does it? Yes… it does.", 4),
                Arguments.of("\"It is done.\" He left. \"Why?\" she asked.", 3),
                Arguments.of("Die Fa. Meier lieferte z. B. 3,5 t Stahl. Das reichte.", 2),
                Arguments.of("Это первое предложение. А это второе! И третье?", 3),
                Arguments.of("Αυτή είναι η πρώτη πρόταση. Αυτή είναι η δεύτερη.", 2),
                Arguments.of("这是第一句话。这是第二句话！这是第三句吗？", 3),
                Arguments.of("これは最初の文です。「二番目です。」三番目の文です。", 3),
                Arguments.of("첫 번째 문장입니다. 두 번째 문장입니다.", 2),
                Arguments.of("هذه هي الجملة الأولى. هل هذه هي الثانية؟ نعم.", 3),
                Arguments.of("यह पहला वाक्य है। यह दूसरा वाक्य है।", 2),
                Arguments.of("all in small letters. so this is another one. and this too.", 3),
                Arguments.of("# Title\n\nText one. Text two.\n\n- item one\n- item two\n", 5),
                Arguments.of("Anna: I am here. Where are you?\nBen: At home.", 3),
                Arguments.of("```\ncode. Is. Not. Read.\n```\nText.", 1),
                Arguments.of("| a | b |\n|---|---|\n| 1 | 2 |", 2));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void sentencesAreFoundInEveryKindOfText(String text, int expected) {
        assertThat(Segmenter.sentences(text)).extracting(Sentence::text).hasSize(expected);
    }

    static Stream<Arguments> hostile() {
        byte[] random = new byte[1_000_000];
        new Random(7).nextBytes(random);
        return Stream.of(
                Arguments.of("one sentence without an end", "word ".repeat(1_000_000)),
                Arguments.of("one word without an end", "x".repeat(5_000_000)),
                Arguments.of("a million sentences of a word", "A. ".repeat(1_000_000)),
                Arguments.of("stops alone", ".".repeat(1_000_000)),
                Arguments.of("empty lines", "\n".repeat(1_000_000) + "a"),
                Arguments.of(
                        "random", new String(random, java.nio.charset.StandardCharsets.ISO_8859_1)),
                Arguments.of("hashes", "# ".repeat(500_000)),
                Arguments.of("brackets", "(".repeat(1_000_000)),
                Arguments.of("surrogates", "🙂".repeat(500_000)));
    }

    /** A second is what the design allows; a machine that runs other tests beside gets more. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void noTextIsRefusedOrTakesForEver(String name, String text) {
        for (Style style : Style.values()) {
            assertThatCode(
                            () ->
                                    org.junit.jupiter.api.Assertions.assertTimeout(
                                            Duration.ofSeconds(20),
                                            () ->
                                                    assertThat(summarize(text, style, 50))
                                                            .isNotNull()))
                    .doesNotThrowAnyException();
        }
    }
}

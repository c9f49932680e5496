package org.genaisummarizer.engine.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genaisummarizer.engine.port.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTokenCounterTest {

    private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();
    private static final List<Encoding> TRUTHS =
            List.of(
                    REGISTRY.getEncoding(EncodingType.O200K_BASE),
                    REGISTRY.getEncoding(EncodingType.CL100K_BASE));

    private final TokenCounter counter = new ScriptTokenCounter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arabic",
                "base64",
                "chinese",
                "code",
                "english",
                "french",
                "german",
                "japanese",
                "korean",
                "russian"
            })
    void isNeverMoreThanFivePercentBelowTheTruth(String name) throws IOException {
        String text = resource(name);

        assertThat(counter.count(text)).isGreaterThanOrEqualTo((int) (0.95 * truth(text)));
    }

    @Test
    void staysCloseAboveOnEnglish() throws IOException {
        String text = resource("english");

        assertThat(counter.count(text)).isLessThanOrEqualTo((int) (1.25 * truth(text)));
    }

    /** {@code DATA=…/data} names the documents that the project does not hold. */
    @ParameterizedTest
    @ValueSource(strings = {"science", "legal", "meetings"})
    void holdsForEachOfTheRealDocuments(String file) throws IOException {
        String data = System.getenv("DATA");
        assumeTrue(data != null, "DATA is not set");
        long all = 0;
        long allTruth = 0;
        for (String line : Files.readAllLines(Path.of(data, file + ".jsonl"))) {
            String text = new ObjectMapper().readTree(line).get("text").asText();
            assertThat(counter.count(text)).isGreaterThanOrEqualTo((int) (0.95 * truth(text)));
            all += counter.count(text);
            allTruth += truth(text);
        }
        assertThat((double) all / allTruth).isLessThan(1.25);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' ', 1", "a, 2", "the, 2", "2025, 2", "x\u0301, 3"})
    void countsTheSmallest(String text, int tokens) {
        assertThat(counter.count(text)).isEqualTo(tokens);
    }

    @Test
    void readsNothingOutsideTheBounds() {
        assertThat(counter.count("漢漢漢 the word 漢漢漢", 4, 12)).isEqualTo(counter.count("the word"));
    }

    @Test
    void theSumOfPiecesIsNotBelowTheWhole() throws IOException {
        String text = resource("english");
        int sum = 0;
        for (int from = 0; from < text.length(); from += 100) {
            sum += counter.count(text, from, Math.min(text.length(), from + 100));
        }

        assertThat(sum).isGreaterThanOrEqualTo(counter.count(text));
    }

    private static int truth(String text) {
        return TRUTHS.stream().mapToInt(encoding -> encoding.countTokens(text)).max().orElseThrow();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ScriptTokenCounterTest.class.getResourceAsStream(name + ".txt")) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

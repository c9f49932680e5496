package org.genaisummarizer.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.genaisummarizer.engine.port.ChunkRanker;
import org.genaisummarizer.engine.port.Shrinker;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.SummaryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptsTest {

    private static final TokenCounter TOKENS = new ScriptTokenCounter();
    private static final String TEXT = text();

    private static final SummaryOptions FOCUSED =
            new SummaryOptions(
                    SummaryOptions.DEFAULT.style(),
                    150,
                    Optional.empty(),
                    Optional.of("line 77"),
                    Optional.empty());

    /** Finds a focus where its words stand as they are. */
    private static final ChunkRanker VERBATIM =
            (chunks, focus) -> {
                float[] scores = new float[chunks.size()];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = chunks.get(i).contains("This is " + focus + " ") ? 2 : 0;
                }
                return scores;
            };

    @ParameterizedTest
    @ValueSource(ints = {100, 400, 1_500})
    void truncationKeepsHeadAndTailWithinTheRoomAndSaysThatItIsNotAll(int room) {
        Excerpt excerpt =
                excerpts(LongDocuments.Way.TRUNCATE).of(TEXT, FOCUSED, room).orElseThrow();

        String[] ends = excerpt.text().split("\n\\[…]\n", -1);
        assertThat(ends).hasSize(2);
        assertThat(TEXT).startsWith(ends[0]).endsWith(ends[1]);
        assertThat(ends[0].length()).isGreaterThan(ends[1].length());
        assertThat(TOKENS.count(excerpt.text())).isBetween(room * 7 / 10, room);
        assertThat(excerpt.coverage().complete()).isFalse();
        assertThat(excerpt.coverage().summarized()).isEqualTo(1);
        assertThat(excerpt.coverage().chunks()).isEqualTo(Math.ceilDiv(TOKENS.count(TEXT), room));
    }

    @Test
    void extractionSendsWhatTheShrinkerLeaves() {
        Shrinker shrinker =
                (text, most, tokens, focus) ->
                        Optional.of(
                                new Shrinker.Shrunk(most + " for " + focus.orElseThrow(), 900, 70));
        Excerpt excerpt =
                new Excerpts(
                                new LongDocuments(
                                        LongDocuments.Way.EXTRACT, 1, false, shrinker, VERBATIM),
                                TOKENS)
                        .of(TEXT, FOCUSED, 400)
                        .orElseThrow();

        assertThat(excerpt.text()).isEqualTo("400 for line 77");
        assertThat(excerpt.coverage()).isEqualTo(new Coverage(900, 70, 0, false));
    }

    @Test
    void whatCannotBeShrunkIsSummarizedInParts() {
        assertThat(excerpts(LongDocuments.Way.EXTRACT).of(TEXT, FOCUSED, 400)).isEmpty();
    }

    @Test
    void withAFocusOnlyWhatBearsOnItIsSent() {
        Excerpt excerpt =
                excerpts(LongDocuments.Way.MAP_REDUCE).of(TEXT, FOCUSED, 400).orElseThrow();

        assertThat(excerpt.text()).startsWith(Excerpt.GAP).contains("This is line 77 ");
        assertThat(TOKENS.count(excerpt.text())).isLessThan(150);
        assertThat(excerpt.coverage().summarized()).isEqualTo(1);
        assertThat(excerpt.coverage().chunks()).isGreaterThan(50);
        assertThat(excerpt.coverage().complete()).isFalse();
    }

    @Test
    void ofWhatBearsOnTheFocusTheBestThatFitIsSentInTheDocumentsOrder() {
        ChunkRanker laterIsBetter =
                (chunks, focus) -> {
                    float[] scores = new float[chunks.size()];
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] = i;
                    }
                    return scores;
                };
        Excerpt excerpt =
                new Excerpts(
                                new LongDocuments(
                                        LongDocuments.Way.MAP_REDUCE,
                                        1,
                                        false,
                                        Shrinker.NONE,
                                        laterIsBetter),
                                TOKENS)
                        .of(TEXT, FOCUSED, 1_000)
                        .orElseThrow();

        String sent = excerpt.text().substring(Excerpt.GAP.length()).strip();
        assertThat(TEXT.replaceAll("\\s+", " ")).endsWith(sent.replaceAll("\\s+", " "));
        assertThat(TOKENS.count(excerpt.text())).isBetween(700, 1_000);
    }

    @Test
    void whereNothingBearsOnTheFocusAllIsSummarized() {
        Excerpts excerpts =
                new Excerpts(
                        new LongDocuments(
                                LongDocuments.Way.MAP_REDUCE,
                                1,
                                false,
                                Shrinker.NONE,
                                ChunkRanker.NONE),
                        TOKENS);

        assertThat(excerpts.of(TEXT, FOCUSED, 400)).isEmpty();
    }

    @Test
    void withoutAFocusAllIsSummarized() {
        assertThat(excerpts(LongDocuments.Way.MAP_REDUCE).of(TEXT, SummaryOptions.DEFAULT, 400))
                .isEmpty();
    }

    private static Excerpts excerpts(LongDocuments.Way way) {
        return new Excerpts(new LongDocuments(way, 1, false, Shrinker.NONE, VERBATIM), TOKENS);
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append("This is line ").append(i).append(" of the text, and it says that.\n");
        }
        return text.toString().strip();
    }
}

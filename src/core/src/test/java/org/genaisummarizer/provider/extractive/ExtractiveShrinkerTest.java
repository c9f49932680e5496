package org.genaisummarizer.provider.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.port.Shrinker.Shrunk;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveShrinkerTest {

    private static final TokenCounter TOKENS = new ScriptTokenCounter();

    private final ExtractiveShrinker shrinker = new ExtractiveShrinker();

    @ParameterizedTest
    @ValueSource(ints = {60, 200, 1_000})
    void whatIsLeftKeepsToTheTokensAndUsesThem(int most) {
        Shrunk shrunk = shrink(minutes(), most, Optional.empty());

        assertThat(TOKENS.count(shrunk.text())).isBetween(most / 2, most);
        assertThat(shrunk.pieces()).isEqualTo(400);
        assertThat(shrunk.kept()).isBetween(1, 399);
    }

    @Test
    void sentencesStayInTheirOrderWithWhoSaidThem() {
        String text =
                "Ann: Nobody spoke about much else yesterday evening. The lighthouse needs new foundations because the old foundations crack.\n"
                        + "Bob: Somebody came in late again, as usual. The lighthouse board voted for new foundations of the lighthouse.\n"
                        + "Ann: Lunch comes at twelve for whoever wants any.\n";
        String best =
                "Ann: The lighthouse needs new foundations because the old foundations crack.\n"
                        + "Bob: The lighthouse board voted for new foundations of the lighthouse.";

        assertThat(shrink(text, TOKENS.count(best) + 6, Optional.empty()).text()).isEqualTo(best);
    }

    @Test
    void withAFocusWhatBearsOnItIsLeftFirst() {
        Shrunk shrunk = shrink(minutes(), 60, Optional.of("What was said about item 137?"));

        assertThat(shrunk.text()).contains("item 137");
    }

    @Test
    void whatHasNoSentenceThatFitsCannotBeShrunk() {
        assertThat(shrinker.shrink("x".repeat(5_000), 10, TOKENS, Optional.empty())).isEmpty();
    }

    @Test
    void rankingPutsFirstWhatHasTheWordsAskedForAndThenItsNeighbours() {
        float[] scores =
                new LexicalRanker()
                        .scores(
                                List.of(
                                        "The weather was fine and nobody came.",
                                        "It was agreed by all of them.",
                                        "The budgets of the lighthouses were discussed.",
                                        "Everybody said that it was too much.",
                                        "Then there was lunch for the guests."),
                                "the budget of the lighthouse");

        assertThat(scores[2]).isGreaterThan(scores[1]).isGreaterThan(scores[3]);
        assertThat(scores[1]).isGreaterThan(0);
        assertThat(scores[0]).isZero();
        assertThat(scores[4]).isZero();
    }

    @Test
    void rankingFindsNothingWhereNothingBearsOnTheFocus() {
        assertThat(new LexicalRanker().scores(List.of("Some words.", "Others."), "lighthouse"))
                .containsOnly(0);
        assertThat(new LexicalRanker().scores(List.of("Some words."), "the of")).containsOnly(0);
    }

    private Shrunk shrink(String text, int most, Optional<String> focus) {
        return shrinker.shrink(text, most, TOKENS, focus).orElseThrow();
    }

    private static String minutes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append("Ann: The board spoke about item ").append(i).append(" of the list. ");
            text.append("Everybody agreed that this matters to house ").append(i * 7).append(".\n");
        }
        return text.toString();
    }
}

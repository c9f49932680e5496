package org.genaisummarizer.engine.chunking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkerTest {

    /** One token a character, so that a table can say how much fits. */
    private static final TokenCounter CHARACTERS = (text, from, to) -> to - from;

    private static final TokenCounter REAL = new ScriptTokenCounter();

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bbb. Ccc\\n\\n# Dd\\n\\neee fff. Ggg | # Dd | a heading before a blank line
                    bbb. Ccc ddd.\\n\\nEee fff. Ggg   | Eee  | a blank line before a sentence
                    bb. Cc dd\\nBob: ee ff. Gg hh       | Bob: | a turn before a sentence
                    ccc ddd." Eee fff\\nggg hhh         | Eee  | a sentence before a line
                    ccc ddd\\neee fff ggg hhh           | eee  | a line before a word
                    by Mr. Bbbb cccc. Dddd eee           | Dddd | no title ends a sentence
                    漢字漢字漢字。仮名仮名仮名           | 仮名仮名仮名 | a full stop without a space
                    """)
    void theBestPlaceNearTheMiddleIsTaken(String written, String second, String why) {
        String beside = " zz".repeat(40);
        String text = beside + " " + written.replace("\\n", "\n") + beside;
        List<String> pieces = new ArrayList<>();
        // Room to spare, so that the place is free within a tenth either way.
        for (Chunk span : new Chunker(CHARACTERS).cut(text, text.length() * 7 / 10)) {
            pieces.add(span.of(text));
        }

        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(1)).startsWith(second);
    }

    @Test
    void whatFitsIsOnePiece() {
        assertThat(cut("one two three", 13)).containsExactly("one two three");
    }

    @Test
    void whatDoesNotFitByOneTokenIsTwo() {
        assertThat(cut("one two three", 12)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {700, 1_000, 3_000, 6_500, 9_999})
    void piecesAreAsFewAsTheWindowAllowsAndEvenlyFilled(int most) {
        String text = prose(40_000, 7);
        List<Chunk> pieces = new Chunker(REAL).cut(text, most);

        int total = REAL.count(text);
        assertThat(pieces.size()).isLessThanOrEqualTo((int) Math.ceil(total * 1.02 / most));
        double even = (double) total / pieces.size();
        for (Chunk piece : pieces) {
            int count = REAL.count(text, piece.from(), piece.to());
            assertThat(count).isLessThanOrEqualTo(piece.tokens());
            assertThat(piece.tokens()).isLessThanOrEqualTo(most);
            assertThat((double) count).isBetween(0.75 * even, 1.25 * even);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingIsLostRepeatedTooLongOrCutInsideAWordOrAPair(long seed) {
        Random random = new Random(seed);
        String text = mixture(random, 5_000);
        int most = 20 + random.nextInt(300);
        List<Chunk> pieces = new Chunker(REAL).cut(text, most);

        int end = 0;
        for (Chunk piece : pieces) {
            assertThat(text.substring(end, piece.from())).isBlank();
            assertThat(REAL.count(text, piece.from(), piece.to())).isLessThanOrEqualTo(most);
            assertThat(insidePair(text, piece.to())).isFalse();
            assertThat(insideWord(text, piece.to())).isFalse();
            end = piece.to();
        }
        assertThat(text.substring(end)).isBlank();
    }

    @Test
    void aWordThatAloneIsTooLongIsCutAndTheWordsBesideItAreNot() {
        List<String> pieces = cut("before " + "x".repeat(25) + " behind", 10);

        assertThat(pieces.getFirst()).isEqualTo("before");
        assertThat(String.join("", pieces).replace(" ", ""))
                .isEqualTo("before" + "x".repeat(25) + "behind");
        assertThat(pieces).allMatch(piece -> piece.length() <= 10);
    }

    @Test
    void aPairIsWholeEvenWhereOneTokenIsAllThereIs() {
        List<String> pieces = cut("😀😀😀", 1);

        assertThat(pieces).containsExactly("😀", "😀", "😀");
    }

    @Test
    void whiteSpaceAloneIsNoPiece() {
        assertThat(cut("a" + " ".repeat(50) + "b" + "\n".repeat(50), 10)).containsExactly("a", "b");
    }

    @Test
    void aChangeInOnePlaceLeavesMostPiecesAsTheyWere() {
        String text = prose(60_000, 11);
        int middle = text.indexOf("\n\n", text.length() / 2);
        String changed =
                text.substring(0, middle) + " And a few words more." + text.substring(middle);
        Set<String> before = new HashSet<>();
        Chunker chunker = new Chunker(REAL);
        for (Chunk piece : chunker.cut(text, 4_000)) {
            before.add(piece.of(text));
        }
        List<Chunk> after = chunker.cut(changed, 4_000);
        long kept = after.stream().filter(piece -> before.contains(piece.of(changed))).count();

        assertThat(after).hasSizeGreaterThan(15);
        assertThat(kept).isGreaterThanOrEqualTo(after.size() - 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 200})
    void headAndTailKeepToTheirTokensAndBeginAndEndAtGoodPlaces(int most) {
        String text = prose(2_000, 3);
        Chunker chunker = new Chunker(REAL);
        String head = text.substring(0, chunker.head(text, most));
        String tail = text.substring(chunker.tail(text, most));

        assertThat(text).startsWith(head).endsWith(tail);
        assertThat(REAL.count(head)).isBetween(most / 2, most);
        assertThat(REAL.count(tail)).isBetween(most / 2, (int) (most * 1.05) + 1);
        assertThat(insideWord(text, head.length())).isFalse();
        assertThat(insideWord(text, text.length() - tail.length())).isFalse();
    }

    @Test
    void workGrowsWithTheTextAndNotWithItsSquare() {
        IntUnaryOperator looks =
                words -> {
                    int[] characters = {0};
                    TokenCounter counting =
                            (text, from, to) -> {
                                characters[0] += to - from;
                                return to - from;
                            };
                    String text = prose(words, 5);
                    new Chunker(counting).cut(text, 3_000);
                    return characters[0] / text.length();
                };

        assertThat(looks.applyAsInt(100_000)).isLessThanOrEqualTo(4);
        assertThat(looks.applyAsInt(400_000)).isLessThanOrEqualTo(4);
    }

    @Test
    void aPieceOfNoTokensIsRefused() {
        assertThatThrownBy(() -> cut("text", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mostTokens must be >= 1");
    }

    private static List<String> cut(String text, int most) {
        return new Chunker(CHARACTERS).cut(text, most).stream().map(span -> span.of(text)).toList();
    }

    private static boolean insidePair(String text, int index) {
        return index < text.length() && Character.isLowSurrogate(text.charAt(index));
    }

    private static boolean insideWord(String text, int index) {
        return index > 0
                && index < text.length()
                && isLatin(text.charAt(index))
                && isLatin(text.charAt(index - 1));
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** Paragraphs of sentences of words, no two alike. */
    static String prose(int words, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String word = Integer.toString(random.nextInt(1_000_000) + 1_000, 36);
            boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
            text.append(begins || text.charAt(text.length() - 2) == '.' ? "The " : "").append(word);
            int end = random.nextInt(60);
            text.append(end == 0 ? ".\n\n" : end < 5 ? ". " : " ");
        }
        return text.toString();
    }

    private static String mixture(Random random, int parts) {
        String[] some = {
            "word", "Longer", "42", "don't", "漢字仮名", "。", "😀", "\n", "\n\n", ". ", ", ", "# ",
            "Ann: ", "über", "   ", "слово", "(", ")", "한국어", "\t"
        };
        StringBuilder text = new StringBuilder("Begin");
        for (int i = 0; i < parts; i++) {
            text.append(some[random.nextInt(some.length)]).append(random.nextInt(3) > 0 ? " " : "");
        }
        return text.toString();
    }
}

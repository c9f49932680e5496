package org.genaisummarizer.provider.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RougeTest {

    @Test
    void scoresAreThoseWorkedOutByHand() {
        // Shared words: the, cat, the, mat (4 of 6, 4 of 5). Shared pairs: "the cat", "the mat" (2
        // of 5, 2 of 4).
        // Longest common subsequence: the cat the mat (4).
        Rouge rouge = Rouge.of("the cat sat on the mat", List.of("the cat, near the mat"));

        assertThat(rouge.one())
                .isEqualTo(2 * (4 / 6.0) * (4 / 5.0) / (4 / 6.0 + 4 / 5.0), within(1e-9));
        assertThat(rouge.two())
                .isEqualTo(2 * (2 / 5.0) * (2 / 4.0) / (2 / 5.0 + 2 / 4.0), within(1e-9));
        assertThat(rouge.longest()).isEqualTo(rouge.one(), within(1e-9));
    }

    @Test
    void theMeanIsTakenOverTheReferences() {
        assertThat(Rouge.of("one two", List.of("one two", "three four")).one())
                .isEqualTo(0.5, within(1e-9));
    }

    @Test
    void aWordCountsAsOftenAsTheReferenceHasIt() {
        assertThat(Rouge.of("a a a a", List.of("a b")).one())
                .isEqualTo(2 * 0.25 * 0.5 / 0.75, within(1e-9));
    }

    @Test
    void nothingSharedIsNothing() {
        assertThat(Rouge.of("one", List.of("two"))).isEqualTo(Rouge.NONE);
        assertThat(Rouge.of("", List.of("two"))).isEqualTo(Rouge.NONE);
    }

    /** From the examples in Porter's paper. */
    @ParameterizedTest
    @CsvSource({
        "caresses,caress",
        "ponies,poni",
        "cats,cat",
        "agreed,agre",
        "plastered,plaster",
        "motoring,motor",
        "sing,sing",
        "conflated,conflat",
        "hopping,hop",
        "falling,fall",
        "filing,file",
        "happy,happi",
        "sky,sky",
        "relational,relat",
        "conditional,condit",
        "digitizer,digit",
        "triplicate,triplic",
        "hopeful,hope",
        "goodness,good",
        "revival,reviv",
        "adjustment,adjust",
        "adoption,adopt",
        "probate,probat",
        "rate,rate",
        "controll,control",
        "roll,roll"
    })
    void wordsAreStemmedAsPorterHasIt(String word, String stem) {
        assertThat(PorterStemmer.stem(word)).isEqualTo(stem);
    }
}

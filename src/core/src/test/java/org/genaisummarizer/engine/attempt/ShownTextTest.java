package org.genaisummarizer.engine.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'a, b'                | a b
                    '  a,  b , '          | a  b
                    ' , ,a'               | a
                    'a, , ,b'             | a  b
                    'a '                  | a
                    ' '                   | ''
                    """)
    void whatIsShownIsTheAnswerWithoutTheWhiteSpaceAroundIt(String pieces, String shown) {
        ShownText text = new ShownText();
        StringBuilder seen = new StringBuilder();
        for (String piece : pieces.split(",", -1)) {
            seen.append(text.add(piece));
        }

        assertThat(seen.toString()).isEqualTo(shown);
        assertThat(text.text().toString()).isEqualTo(shown);
    }
}

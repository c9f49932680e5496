package org.genaisummarizer.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <p>One</p><p>Two</p>                        | One//Two
                    <h1>Title</h1><p>One</p>                    | # Title//One
                    <h3>Title</h3>                              | ### Title
                    <ul><li>a<li>b</ul>                         | - a/- b
                    a<br>b                                      | a/b
                    <p>a  b\tc</p>                              | a b c
                    <p>a<b>b</b> <i>c</i></p>                   | ab c
                    a&nbsp;b &amp; c &lt;d&gt;                  | a b & c <d>
                    <script>evil()</script><p>a</p>             | a
                    <style>p {}</style><nav>Home</nav><p>a</p>  | a
                    <p hidden>secret</p><p>a</p>                | a
                    <head><title>t</title></head><body>a</body> | a
                    <table><tr><td>a</td><td>b</td></tr></table>| a b
                    <p>unclosed <b>bold                         | unclosed bold
                    no tags at all                              | no tags at all
                    """)
    void aPageIsReducedToItsText(String html, String text) {
        assertThat(HtmlText.of(html).replace("\n", "/")).isEqualTo(text);
    }

    @Test
    void deepAndBrokenPagesEnd() {
        assertThat(HtmlText.of("<div>".repeat(5_000) + "a")).contains("a");
        assertThat(HtmlText.of("<a".repeat(5_000))).isNotNull();
        assertThat(HtmlText.of("<!--" + "a".repeat(5_000))).isEmpty();
    }
}

package org.genaisummarizer.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en  | The board has put the vote off until its engineers have looked at the tower.
                    de  | Der Rat hat die Abstimmung verschoben, bis die Ingenieure mit dem Turm fertig sind.
                    fr  | Le conseil a reporté le vote parce que les ingénieurs ne sont pas encore arrivés.
                    es  | El consejo ha aplazado la votación porque los ingenieros no han llegado todavía.
                    it  | Il consiglio ha rinviato il voto perché gli ingegneri non sono ancora arrivati.
                    pt  | O conselho adiou a votação porque os engenheiros ainda não chegaram a uma decisão.
                    nl  | De raad heeft de stemming uitgesteld omdat het onderzoek nog niet klaar is.
                    sv  | Rådet har skjutit upp omröstningen eftersom det inte är klart vad som har hänt.
                    pl  | Rada odłożyła głosowanie, bo nie było jeszcze wyników, o które się starała.
                    tr  | Kurul oylamayı erteledi, çünkü bu konuda daha çok bilgi için bekliyor ve ne kadar sürer bilmiyor.
                    ru  | Совет отложил голосование, потому что инженеры ещё не закончили, но это не так важно.
                    uk  | Рада відклала голосування, але це ще не все, що вони будуть робити із цим.
                    el  | Το συμβούλιο ανέβαλε την ψηφοφορία.
                    he  | המועצה דחתה את ההצבעה.
                    ar  | أجل المجلس التصويت على هذا القرار في اجتماع من الاجتماعات.
                    hi  | परिषद ने मतदान स्थगित कर दिया।
                    zh  | 理事会推迟了投票。
                    ja  | 理事会は投票を延期した。
                    ko  | 이사회는 투표를 연기했다.
                    th  | คณะกรรมการเลื่อนการลงคะแนน
                    """)
    void tellsTheLanguage(String language, String text) {
        assertThat(LanguageDetector.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "12 345 + 6", "'🙂 🙂 🙂'", "zzz qqq xxx"})
    void saysSoWhereItCannotBeTold(String text) {
        assertThat(LanguageDetector.detect(text)).isEqualTo(LanguageDetector.UNDETERMINED);
    }

    @Test
    void aTitleInAnotherLanguageDoesNotDecideAboutALongText() {
        String title = "Der Rat und die Ingenieure: was ist mit dem Turm? ";
        String body = "The board has put the vote off until its engineers have been there. ";

        assertThat(LanguageDetector.detect(title + body.repeat(100))).isEqualTo("en");
    }

    @Test
    void aLetterBeyondTheBasicPlaneCountsOnce() {
        // DESERET SMALL LETTER EE, four times, beside three letters of Latin script.
        assertThat(LanguageDetector.detect("𐐩𐐩𐐩𐐩 the"))
                .isEqualTo(LanguageDetector.UNDETERMINED);
        assertThat(LanguageDetector.detect("𐐩𐐩 the")).isEqualTo("en");
    }
}

package org.genaisummarizer.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.genaisummarizer.api.HttpCall;
import org.genaisummarizer.model.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasyAuthTest {

    private static final HttpCall.Fields ALICE =
            new HttpCall.Fields()
                    .add("x-ms-client-principal-id", "alice")
                    .add("x-ms-client-principal-idp", "aad");

    @ParameterizedTest(name = "WEBSITE_AUTH_ENABLED={0}: {1}")
    @CsvSource({
        "True,   true",
        "true,   true",
        "TRUE,   true",
        "1,      true",
        "False,  false",
        "0,      false",
        "'',     false",
        "maybe,  false",
        ",       false",
    })
    void theHeaderIsBelievedWhileThePlatformSaysThatItSetsIt(String variable, boolean believed) {
        EasyAuth auth = EasyAuth.of(Optional.ofNullable(variable));

        assertThat(auth.caller(ALICE).isPresent()).isEqualTo(believed);
    }

    @Test
    void theSameNameAtAnotherProviderIsAnotherCaller() {
        EasyAuth auth = new EasyAuth(true);

        assertThat(auth.caller(ALICE)).contains(new Caller("aad:alice", "aad:alice"));
        assertThat(
                        auth.caller(
                                new HttpCall.Fields()
                                        .add("X-MS-CLIENT-PRINCIPAL-ID", "alice")
                                        .add("X-MS-CLIENT-PRINCIPAL-IDP", "google")))
                .contains(new Caller("google:alice", "google:alice"));
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '"})
    void whoIsNotNamedIsNobody(String name) {
        EasyAuth auth = new EasyAuth(true);

        assertThat(auth.caller(new HttpCall.Fields())).isEmpty();
        assertThat(auth.caller(new HttpCall.Fields().add("X-MS-CLIENT-PRINCIPAL-ID", name)))
                .isEmpty();
        assertThat(
                        auth.caller(
                                new HttpCall.Fields()
                                        .add("X-MS-CLIENT-PRINCIPAL-ID", "a".repeat(257))))
                .isEmpty();
    }
}

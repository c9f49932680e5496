package org.genaisummarizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.genaisummarizer.engine.Admission.Place;
import org.genaisummarizer.engine.making.MakingFailedException;
import org.genaisummarizer.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {

    private final Admission admission = new Admission(new RequestBounds(3, 2));

    private Failure refusal(String tenant) {
        try (Place place = admission.enter(tenant)) {
            throw new AssertionError("there was a place");
        } catch (MakingFailedException e) {
            return e.failure();
        }
    }

    @Test
    void aTenantAtItsBoundIsToldSoAndAnotherIsStillTaken() throws Exception {
        admission.enter("loud");
        admission.enter("loud");

        assertThat(refusal("loud")).isInstanceOf(Failure.TooManyRequests.class);
        assertThat(admission.enter("quiet")).isNotNull();
    }

    @Test
    void beyondTheBoundOfAllNobodyIsTaken() throws Exception {
        admission.enter("one");
        admission.enter("other");
        admission.enter("other");

        assertThat(refusal("one")).isInstanceOf(Failure.Overloaded.class);
    }

    @Test
    void aTenantWithoutABoundOfItsOwnIsToldThatAllAreTooMany() throws Exception {
        Admission unbounded = new Admission(new RequestBounds(1, 1));
        unbounded.enter("one");

        assertThatThrownBy(() -> unbounded.enter("one"))
                .isInstanceOfSatisfying(
                        MakingFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(Failure.Overloaded.class));
    }

    @Test
    void aPlaceThatIsLeftIsFreeAgainAndARefusalTakesNone() throws Exception {
        Place first = admission.enter("loud");
        admission.enter("loud");
        refusal("loud");

        first.close();

        assertThat(admission.enter("loud")).isNotNull();
        assertThat(refusal("loud")).isInstanceOf(Failure.TooManyRequests.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void aBoundOfNothingIsRefused(int all, int ofTenant) {
        assertThatThrownBy(() -> new RequestBounds(all, ofTenant))
                .hasMessage("bounds of requests in hand must be >= 1");
    }
}

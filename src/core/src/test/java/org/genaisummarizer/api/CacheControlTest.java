package org.genaisummarizer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.model.CacheDirectives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheControlTest {

    private static CacheDirectives parse(String field) throws ProblemException {
        return CacheControl.parse(Optional.of(field));
    }

    @Test
    void directivesAreReadInAnyCaseAndOthersPassedOver() throws ProblemException {
        assertThat(parse("No-Cache, no-transform, ONLY-IF-CACHED , max-age=60"))
                .isEqualTo(
                        new CacheDirectives(true, false, true, Optional.of(Duration.ofMinutes(1))));
        assertThat(parse("no-store"))
                .isEqualTo(new CacheDirectives(false, true, false, Optional.empty()));
        assertThat(parse("max-age=\"0\"").maxAge()).contains(Duration.ZERO);
        assertThat(CacheControl.parse(Optional.empty())).isEqualTo(CacheDirectives.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age", "max-age=", "max-age=-1", "max-age=1.5", "max-age=soon"})
    void anAgeThatIsNoneIsRefused(String field) {
        assertThatThrownBy(() -> parse(field))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }
}

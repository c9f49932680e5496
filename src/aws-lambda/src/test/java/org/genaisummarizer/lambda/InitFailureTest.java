package org.genaisummarizer.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.genaisummarizer.app.ConfigurationException;
import org.genaisummarizer.lambda.runtime.ErrorReport;
import org.junit.jupiter.api.Test;

class InitFailureTest {

    @Test
    void aSettingThatIsWrongIsNamed() {
        assertThat(
                        InitFailure.of(
                                new RuntimeException(
                                        new ConfigurationException("SUMMARIZER_X must be 1"))))
                .isEqualTo(new ErrorReport("Runtime.BadConfiguration", "SUMMARIZER_X must be 1"));
    }

    @Test
    void ofAnythingElseTheKindIsToldAndNoMessage() {
        assertThat(InitFailure.of(new RuntimeException(new IllegalStateException("sk-secret"))))
                .isEqualTo(
                        new ErrorReport(
                                "Runtime.InitFailed",
                                "the function could not start: java.lang.IllegalStateException"));
    }
}

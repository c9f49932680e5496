package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.genaisummarizer.server.Artifact;
import org.genaisummarizer.server.chaos.Chaos.Play;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every fault against what the build made, in one way at least. */
class ChaosIT {

    private static Stage stage;
    private static Map<Play, Future<Optional<Throwable>>> plays;

    @BeforeAll
    static void begin() throws IOException {
        stage = new Stage();
        // A native process starts at once, a JVM takes its time.
        plays = stage.begin(Artifact.isNative() ? Chaos.sixteenAndSample() : Chaos.sample());
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @TestFactory
    Stream<DynamicTest> isSurvived() {
        return plays.entrySet().stream()
                .map(
                        play ->
                                DynamicTest.dynamicTest(
                                        play.getKey().name(),
                                        () -> survived(play.getKey(), play.getValue())));
    }

    /**
     * What failed beside others has a second chance on a machine of its own: times are part of it.
     */
    private static void survived(Play play, Future<Optional<Throwable>> first) throws Exception {
        if (first.get().isEmpty()) {
            return;
        }
        first.get().get().printStackTrace();
        for (Future<Optional<Throwable>> other : plays.values()) {
            other.get();
        }
        play.run();
    }

    @Test
    void noFaultIsPlayedTwice() {
        List<String> names = Chaos.faults().stream().map(Fault::name).toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }
}

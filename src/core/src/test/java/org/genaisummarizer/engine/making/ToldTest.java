package org.genaisummarizer.engine.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Failure;
import org.junit.jupiter.api.Test;

/** What observers are told, and in which order: a trace is made of it. */
class ToldTest {

    private final FakeModel model = new FakeModel("first", 4_000);
    private final Engine engine = new Engine(model).parallel(1);

    @Test
    void aCallIsToldBetweenTheBeginAndTheEndOfItsRequest() {
        engine.summary(engine.request(Engine.document(500)));

        assertThat(engine.told)
                .containsExactly("begin", "cache MISS", "call for all by fake-1: stop", "end");
    }

    @Test
    void aCachedAnswerHasABeginAndAnEndToo() {
        engine.summary(engine.request(Engine.document(500)));
        engine.told.clear();

        assertThat(engine.summarizer().near(engine.request(Engine.document(500)))).isPresent();
        engine.summary(engine.request(Engine.document(500)));

        assertThat(engine.told)
                .containsExactly("begin", "cache HIT", "end", "begin", "cache HIT", "end");
    }

    @Test
    void whatIsNotNearIsNotBegun() {
        assertThat(engine.summarizer().near(engine.request(Engine.document(500)))).isEmpty();

        assertThat(engine.told).isEmpty();
    }

    @Test
    void aPartsCallsAreToldBetweenItsBeginAndItsEnd() {
        engine.summary(engine.request(Engine.document(3_500)));

        assertThat(engine.told)
                .startsWith(
                        "begin",
                        "cache MISS",
                        "part 1",
                        "call for part 1 by fake-1: stop",
                        "part 1 MADE",
                        "part 2")
                .endsWith("call for all by fake-1: stop", "end");
    }

    @Test
    void aPartThatFailsEndsAndWhatTheCacheHasOfOthersIsFoundTheNextTime() {
        int[] calls = {0};
        model.does(
                (call, sink) -> {
                    if (++calls[0] == 2) {
                        throw new ProviderException(new Failure.ContentRejected());
                    }
                    return call.answer("A note on " + call.firstWord() + ".");
                });
        engine.failed(engine.request(Engine.document(3_500)));
        List<String> first = List.copyOf(engine.told);
        engine.told.clear();
        engine.summary(engine.request(Engine.document(3_500)));

        assertThat(first)
                .endsWith(
                        "part 2",
                        "call for part 2 by nobody: content-rejected",
                        "part 2 FAILED",
                        "end");
        assertThat(engine.told)
                .startsWith("begin", "cache MISS", "part 1", "part 1 FOUND", "part 2")
                .doesNotContain("call for part 1 by fake-1: stop");
    }
}

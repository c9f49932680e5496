package org.genaisummarizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genaisummarizer.engine.Providers.says;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genaisummarizer.engine.Providers.Scripted;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.model.Document;
import org.genaisummarizer.model.Samples;
import org.genaisummarizer.model.SummaryEvent.Terminal;
import org.genaisummarizer.model.SummaryRequest;
import org.junit.jupiter.api.Test;

/** Equal requests that come while an answer is made, lands or has just landed are one call. */
class PaidOnceTest {

    private static final int ROUNDS = 300;
    private static final int CALLERS = 40;

    private final Clock clock = Clock.systemUTC();
    private final Scripted provider = new Scripted("first", says("A bridge", " is built."));

    private Summarizer summarizer() {
        return new SummarizerFactory(Engines.outside(clock, Sleeper.SYSTEM), EngineSettings.DEFAULT)
                .create(new Route(List.of(provider.target())), Optional.empty());
    }

    @Test
    void whateverTheMomentTheyComeIn() throws Exception {
        Summarizer summarizer = summarizer();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 1; round <= ROUNDS; round++) {
                SummaryRequest request =
                        Samples.request(clock)
                                .withDocument(Document.of(Samples.TEXT + " Round " + round));
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Terminal>> answers = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    answers.add(
                            callers.submit(
                                    () -> {
                                        start.await();
                                        return summarizer.summarize(request, event -> {});
                                    }));
                }
                start.countDown();
                for (Future<Terminal> answer : answers) {
                    answer.get();
                }
                assertThat(provider.calls()).hasSize(round);
            }
        }
    }
}

package org.genaisummarizer.server.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genaisummarizer.server.chaos.Chaos.Play;

/** Plays several faults at a time: most of them wait for most of their time. */
final class Stage implements AutoCloseable {

    private static final int AT_A_TIME = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);

    /** Begins all of them; each future has what did not hold, if anything did not. */
    Map<Play, Future<Optional<Throwable>>> begin(List<Play> plays) {
        Map<Play, Future<Optional<Throwable>>> running = new LinkedHashMap<>();
        for (Play play : plays) {
            running.put(play, threads.submit(() -> played(play)));
        }
        return running;
    }

    private static Optional<Throwable> played(Play play) {
        try {
            play.run();
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            return Optional.of(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

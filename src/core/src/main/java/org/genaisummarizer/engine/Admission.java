package org.genaisummarizer.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.genaisummarizer.engine.making.MakingFailedException;
import org.genaisummarizer.model.Failure;

/**
 * Bounds the requests in hand: beyond what memory and providers bear, an early "later" is kinder
 * than a late failure.
 */
final class Admission {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Semaphore places;

    /**
     * @param most requests at once, &gt;= 1
     */
    Admission(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be >= 1");
        }
        this.places = new Semaphore(most);
    }

    /**
     * @throws MakingFailedException if there is no place
     */
    Place enter() throws MakingFailedException {
        if (!places.tryAcquire()) {
            throw new MakingFailedException(new Failure.Overloaded(RETRY_AFTER), List.of());
        }
        return places::release;
    }

    /** Held while a request is worked on. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}

package org.genaisummarizer.engine.attempt;

import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Completion;

/** Hears what a run does, on the thread that runs it. What it throws ends the run. */
public interface RunListener {

    /** A piece of the answer, as it came. */
    default void delta(String text) {}

    /** The pieces so far are taken back. */
    default void restarted(String reason) {}

    default void firstToken(Target target, Duration after) {}

    /**
     * @param answer what the provider said, if it came to an end; it may have been refused all the
     *     same
     */
    default void attemptEnded(Attempt attempt, Optional<Completion> answer) {}
}

package org.genaisummarizer.engine.attempt;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.model.CompletionRequest;

/**
 * One completion to be had.
 *
 * @param targets who may be asked, in this order
 * @param calls what each would be asked
 */
public record Job(List<Target> targets, Calls calls) {

    /** What a target is asked; nothing where the job does not fit it. */
    @FunctionalInterface
    public interface Calls {
        Optional<CompletionRequest> to(Target target);
    }

    public Job {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a job must have a target");
        }
        targets = List.copyOf(targets);
    }

    /** The places of all targets. */
    List<Integer> choices() {
        return IntStream.range(0, targets.size()).boxed().toList();
    }
}

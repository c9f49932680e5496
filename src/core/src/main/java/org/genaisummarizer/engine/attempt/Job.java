package org.genaisummarizer.engine.attempt;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** The places of all targets, none of which has been asked. */
    SortedMap<Integer, Integer> choices() {
        SortedMap<Integer, Integer> choices = new TreeMap<>();
        for (int i = 0; i < targets.size(); i++) {
            choices.put(i, 0);
        }
        return choices;
    }
}

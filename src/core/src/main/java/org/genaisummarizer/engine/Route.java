package org.genaisummarizer.engine;

import java.util.List;
import java.util.Optional;
import org.genaisummarizer.model.ModelRef;

/** Who is asked, in the operator's order, which is the order of fallback. */
public record Route(List<Target> targets) {

    public Route {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a route must have a target");
        }
        if (targets.stream().map(Target::ref).distinct().count() != targets.size()) {
            throw new IllegalArgumentException("a route must not name a model twice");
        }
        targets = List.copyOf(targets);
    }

    /**
     * Who may answer a request: a caller who names a model gets that one or none, because another
     * one's answer is not what was asked for.
     *
     * @return nothing if there is no such model
     */
    public List<Target> candidates(Optional<ModelRef> named) {
        return named.map(
                        model ->
                                targets.stream()
                                        .filter(target -> target.ref().equals(model))
                                        .toList())
                .orElse(targets);
    }
}

package org.genaisummarizer.engine.making;

import java.util.List;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Failure;

/** No summary could be made; says why and what was tried. */
public final class MakingFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final transient List<Attempt> attempts;

    public MakingFailedException(Failure failure, List<Attempt> attempts) {
        super(failure.slug(), null, false, false);
        this.failure = failure;
        this.attempts = List.copyOf(attempts);
    }

    public Failure failure() {
        return failure;
    }

    public List<Attempt> attempts() {
        return attempts;
    }
}

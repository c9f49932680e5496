package org.genaisummarizer.engine.port;

import java.util.Optional;
import java.util.OptionalInt;
import org.genaisummarizer.model.FinishReason;

/**
 * What is known of a call to a provider beyond what its caller is told.
 *
 * @param part the number of the part that it was made for, in a long document
 * @param model that answered, by the provider's own account
 * @param finishReason of the answer, if there was one
 */
public record CallFacts(
        OptionalInt part, Optional<String> model, Optional<FinishReason> finishReason) {

    public static final CallFacts NONE =
            new CallFacts(OptionalInt.empty(), Optional.empty(), Optional.empty());
}

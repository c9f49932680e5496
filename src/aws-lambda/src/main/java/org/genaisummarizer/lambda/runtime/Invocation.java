package org.genaisummarizer.lambda.runtime;

import java.time.Instant;
import java.util.Optional;

/**
 * One call of the function, as the runtime API hands it out.
 *
 * @param requestId names it in logs and in its answer
 * @param deadline after which the platform cuts it
 * @param traceId X-Ray's trace header
 * @param event the JSON that the trigger sent
 */
public record Invocation(
        String requestId, Instant deadline, Optional<String> traceId, byte[] event) {

    public Invocation {
        if (requestId.isBlank()) {
            throw new IllegalArgumentException("an invocation must have a request id");
        }
    }

    @Override
    public String toString() {
        return "Invocation[" + requestId + ", " + event.length + " bytes]";
    }
}

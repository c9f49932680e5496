package org.genaisummarizer.queue;

import java.util.Optional;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.TraceParent;

/**
 * A queued message as it was delivered.
 *
 * @param id the queue's own name for the message, the same at each delivery
 * @param caller by the queue's account, never by the body's own
 * @param trace that the message belongs to
 */
public record Delivery(String id, String body, Caller caller, Optional<TraceParent> trace) {

    public Delivery {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a delivery must have an id");
        }
    }

    @Override
    public String toString() {
        return "Delivery[" + id + ", " + body.length() + " chars]";
    }
}

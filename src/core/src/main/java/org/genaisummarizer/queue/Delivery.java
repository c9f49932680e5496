package org.genaisummarizer.queue;

import org.genaisummarizer.model.Caller;

/**
 * A queued message as it was delivered.
 *
 * @param id the queue's own name for the message, the same at each delivery
 * @param caller by the queue's account, never by the body's own
 */
public record Delivery(String id, String body, Caller caller) {

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

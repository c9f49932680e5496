package org.genaisummarizer.model;

/**
 * A provider's whole answer. It cannot be built without a finish reason: a stream that ended
 * without one was cut.
 *
 * @param model the model that answered, by the provider's own account
 */
public record Completion(String text, FinishReason finishReason, Usage usage, String model) {

    @Override
    public String toString() {
        return "Completion["
                + text.length()
                + " chars, "
                + finishReason
                + ", "
                + usage
                + ", "
                + model
                + "]";
    }
}

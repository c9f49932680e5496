package org.genaisummarizer.model;

import java.time.Duration;

/**
 * A call to a model, in no provider's terms.
 *
 * @param model the model's name at its provider
 * @param prompt what is said
 * @param options what was asked for; a provider that is no language model works from these
 * @param source the document itself, for such a provider
 * @param maxOutputTokens the output limit; always sent
 * @param limits how long to wait for what
 */
public record CompletionRequest(
        String model,
        Prompt prompt,
        SummaryOptions options,
        Document source,
        int maxOutputTokens,
        Limits limits) {

    public CompletionRequest {
        if (model.isBlank()) {
            throw new IllegalArgumentException("model must not be blank");
        }
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException("maxOutputTokens must be >= 1");
        }
    }

    /**
     * @param firstToken from the call to the first byte of the answer's text, connecting included
     * @param stall between two pieces of the stream
     * @param total for the whole call
     */
    public record Limits(Duration firstToken, Duration stall, Duration total) {

        public Limits {
            if (!isPositive(firstToken) || !isPositive(stall) || !isPositive(total)) {
                throw new IllegalArgumentException("every limit must be > 0");
            }
        }

        private static boolean isPositive(Duration limit) {
            return !limit.isNegative() && !limit.isZero();
        }

        /** The same limits, none of them longer than this. */
        public Limits within(Duration most) {
            return new Limits(
                    shorter(firstToken, most), shorter(stall, most), shorter(total, most));
        }

        private static Duration shorter(Duration a, Duration b) {
            return a.compareTo(b) <= 0 ? a : b;
        }
    }
}

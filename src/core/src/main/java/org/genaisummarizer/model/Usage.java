package org.genaisummarizer.model;

/**
 * Tokens that a provider counted.
 *
 * @param input all input tokens, cached ones included
 * @param output output tokens
 * @param cachedInput the part of the input that the provider had cached
 * @param cacheWrite the part of the input that the provider wrote to its cache, where that has its
 *     own price
 */
public record Usage(long input, long output, long cachedInput, long cacheWrite) {

    public static final Usage NONE = new Usage(0, 0, 0, 0);

    public Usage {
        if (input < 0 || output < 0 || cachedInput < 0 || cacheWrite < 0) {
            throw new IllegalArgumentException("token counts must be >= 0");
        }
        if (cachedInput + cacheWrite > input) {
            throw new IllegalArgumentException("cached tokens must be part of the input");
        }
    }

    public Usage(long input, long output) {
        this(input, output, 0, 0);
    }

    public Usage plus(Usage other) {
        return new Usage(
                input + other.input,
                output + other.output,
                cachedInput + other.cachedInput,
                cacheWrite + other.cacheWrite);
    }
}

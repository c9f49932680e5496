package org.genaisummarizer.model;

import java.math.BigDecimal;

/**
 * What a model costs, in USD per million tokens.
 *
 * @param cachedInput for input that the provider had cached
 * @param cacheWrite for input that the provider writes to its cache
 */
public record Price(
        BigDecimal input, BigDecimal output, BigDecimal cachedInput, BigDecimal cacheWrite) {

    public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

    public Price {
        if (input.signum() < 0
                || output.signum() < 0
                || cachedInput.signum() < 0
                || cacheWrite.signum() < 0) {
            throw new IllegalArgumentException("prices must be >= 0");
        }
    }

    public Price(BigDecimal input, BigDecimal output) {
        this(input, output, input, input);
    }

    /** The exact cost of this usage. */
    public BigDecimal of(Usage usage) {
        long fresh = usage.input() - usage.cachedInput() - usage.cacheWrite();
        return input.multiply(BigDecimal.valueOf(fresh))
                .add(cachedInput.multiply(BigDecimal.valueOf(usage.cachedInput())))
                .add(cacheWrite.multiply(BigDecimal.valueOf(usage.cacheWrite())))
                .add(output.multiply(BigDecimal.valueOf(usage.output())))
                .movePointLeft(6);
    }
}

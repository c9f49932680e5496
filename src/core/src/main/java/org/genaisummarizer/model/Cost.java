package org.genaisummarizer.model;

import java.math.BigDecimal;

/**
 * Money in USD.
 *
 * @param estimated whether some of it rests on our own count of tokens instead of the provider's
 */
public record Cost(BigDecimal amount, boolean estimated) {

    public static final String CURRENCY = "USD";
    public static final Cost NONE = new Cost(BigDecimal.ZERO, false);

    public Cost {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a cost must be >= 0");
        }
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    public Cost plus(Cost other) {
        return new Cost(amount.add(other.amount), estimated || other.estimated);
    }
}

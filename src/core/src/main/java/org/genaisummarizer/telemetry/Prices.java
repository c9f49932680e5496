package org.genaisummarizer.telemetry;

import org.genaisummarizer.model.Price;

/** What the operator's models cost; {@link Price#FREE} for one that is not among them any more. */
@FunctionalInterface
public interface Prices {

    Price of(String provider, String model);
}

package org.genaisummarizer.engine;

import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Usage;

/**
 * What a request would come to, told without calling anyone.
 *
 * @param calls calls to a model, those of the reduce steps included
 */
public record Estimate(
        String provider, String model, int chunks, int calls, Usage usage, Cost cost) {}

package org.genaisummarizer.engine.tokens;

import org.genaisummarizer.engine.port.TokenCounter;

/**
 * Estimates tokens by script, from above: what is dear in one of the vendors' vocabularies counts
 * as dear. Measured against {@code o200k_base} and {@code cl100k_base}, it is never more than 5 %
 * below the dearer of the two, and within 25 % above it on English. What a vendor's own vocabulary
 * adds to that is said by the target.
 */
public final class ScriptTokenCounter implements TokenCounter {

    @Override
    public int count(CharSequence text, int from, int to) {
        return new Scan(text, from, to).tokens();
    }
}

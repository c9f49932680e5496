package org.genaisummarizer.engine.port;

/** Estimates tokens without a tokenizer's tables; never below the truth by more than 5 %. */
@FunctionalInterface
public interface TokenCounter {

    /** Tokens of {@code text} from index {@code from} (inclusive) to {@code to} (exclusive). */
    int count(CharSequence text, int from, int to);

    default int count(CharSequence text) {
        return count(text, 0, text.length());
    }
}

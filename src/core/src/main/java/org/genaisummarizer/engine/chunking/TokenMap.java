package org.genaisummarizer.engine.chunking;

import org.genaisummarizer.engine.port.TokenCounter;

/** How many tokens lie before each place of a text, exact every so many characters. */
final class TokenMap {

    private static final int BLOCK = 2_048;

    private final int from;
    private final int to;

    /** Tokens before the block with this number; the last one is the sum of all. */
    private final long[] before;

    TokenMap(String text, int from, int to, TokenCounter tokens) {
        this.from = from;
        this.to = to;
        int blocks = (to - from + BLOCK - 1) / BLOCK;
        before = new long[blocks + 1];
        for (int i = 0; i < blocks; i++) {
            int end = Math.min(to, start(i + 1));
            before[i + 1] = before[i] + tokens.count(text, start(i), end);
        }
    }

    private int start(int block) {
        return from + block * BLOCK;
    }

    long total() {
        return before[before.length - 1];
    }

    long before(int index) {
        int block = (index - from) / BLOCK;
        if (block >= before.length - 1) {
            return total();
        }
        double share = (double) (index - start(block)) / length(block);
        return before[block] + (long) (share * (before[block + 1] - before[block]));
    }

    private int length(int block) {
        return Math.min(to, start(block + 1)) - start(block);
    }

    /** The place with so many tokens before it. */
    int index(double tokens) {
        int low = 0;
        int high = before.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= tokens) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        double here = (double) before[low + 1] - before[low];
        double share = here == 0 ? 1 : Math.clamp((tokens - before[low]) / here, 0, 1);
        return start(low) + (int) (share * length(low));
    }
}

package org.genaisummarizer.engine.chunking;

import org.genaisummarizer.engine.port.TokenCounter;

/** A text with the tokens of its stretches, counted once, so that it can be cut in several ways. */
public final class Measured {

    private static final int BLOCK = 2_048;

    /** Up to so many blocks are counted anew rather than added up. */
    private static final int EXACT_BLOCKS = 4;

    /** The sum of the blocks may be below the count of the whole, by less than 1 in so many. */
    private static final int UNCERTAIN = 200;

    private final String text;
    private final int from;
    private final int to;
    private final TokenCounter tokens;

    /** Tokens before the block with this number; the last one is the sum of all. */
    private final long[] before;

    Measured(String text, int from, int to, TokenCounter tokens) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.tokens = tokens;
        int blocks = (to - from + BLOCK - 1) / BLOCK;
        before = new long[blocks + 1];
        for (int i = 0; i < blocks; i++) {
            before[i + 1] = before[i] + tokens.count(text, start(i), end(i));
        }
    }

    String text() {
        return text;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    private int start(int block) {
        return from + block * BLOCK;
    }

    private int end(int block) {
        return Math.min(to, start(block + 1));
    }

    private int block(int index) {
        return (index - from) / BLOCK;
    }

    /** Tokens of all of it. */
    public long total() {
        return before[before.length - 1];
    }

    /** About how many tokens lie before a place. */
    long before(int index) {
        int block = block(index);
        if (block >= before.length - 1) {
            return total();
        }
        double share = (double) (index - start(block)) / (end(block) - start(block));
        return before[block] + (long) (share * (before[block + 1] - before[block]));
    }

    /** Tokens between two places, at most. */
    long count(int start, int end) {
        int first = block(start);
        int last = block(end - 1);
        if (last - first < EXACT_BLOCKS) {
            return tokens.count(text, start, end);
        }
        long sum =
                tokens.count(text, start, end(first))
                        + (before[last] - before[first + 1])
                        + tokens.count(text, start(last), end);
        return sum + sum / UNCERTAIN;
    }

    /** The place with about so many tokens before it. */
    int index(double wanted) {
        int low = 0;
        int high = before.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        double here = (double) before[low + 1] - before[low];
        double share = here == 0 ? 1 : Math.clamp((wanted - before[low]) / here, 0, 1);
        return start(low) + (int) (share * (end(low) - start(low)));
    }
}

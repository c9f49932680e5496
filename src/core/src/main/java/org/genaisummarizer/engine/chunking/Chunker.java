package org.genaisummarizer.engine.chunking;

import java.util.ArrayList;
import java.util.List;
import org.genaisummarizer.engine.port.TokenCounter;

/**
 * Cuts a text into as few pieces as a number of tokens allows, evenly filled, each cut at the best
 * place near: before a heading, behind a blank line, before a speaker's turn, behind a sentence or
 * line, between words; inside a word only where it alone is longer than a piece may be, and never
 * inside a surrogate pair. Takes time in proportion to the text.
 */
public final class Chunker {

    /** How far from an even share a cut may be for the sake of a better place. */
    private static final double MOST_UNEVEN = 0.1;

    /** How much of the room to spare one cut may use up, so that the later ones have some too. */
    private static final double SHARE_OF_SPARE = 0.67;

    private static final double NEARLY = 0.98;

    private final TokenCounter tokens;

    public Chunker(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /** Counts a stretch of a text, so that it can be cut. */
    public Measured measure(String text, int from, int to) {
        return new Measured(text, from, to, tokens);
    }

    /** All of a text, cut. */
    public List<Chunk> cut(String text, int mostTokens) {
        return cut(measure(text, 0, text.length()), mostTokens);
    }

    /**
     * @param mostTokens of a piece, &gt;= 1; a single character is a piece even if it has more
     * @return the pieces in their order; white space around them is in none
     */
    public List<Chunk> cut(Measured measured, int mostTokens) {
        if (mostTokens < 1) {
            throw new IllegalArgumentException("mostTokens must be >= 1");
        }
        String text = measured.text();
        List<Chunk> pieces = new ArrayList<>();
        int start = visible(text, measured.from(), measured.to());
        while (start < measured.to()) {
            End end = end(measured, start, mostTokens);
            int last = end.index();
            while (Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            pieces.add(new Chunk(start, last, (int) end.tokens()));
            start = visible(text, end.index(), measured.to());
        }
        return pieces;
    }

    /**
     * Where a piece ends.
     *
     * @param tokens of the piece
     */
    private record End(int index, long tokens) {}

    /** The index of a good place with at most so many tokens before it. */
    public int head(String text, int mostTokens) {
        Measured map = measure(text, 0, text.length());
        if (map.total() <= mostTokens) {
            return text.length();
        }
        int high = Math.clamp(map.index(mostTokens), 1, text.length() - 1);
        int low = Math.clamp(map.index(mostTokens * (1 - MOST_UNEVEN)), 1, high);
        return fitting(map, 0, low, high, mostTokens).index();
    }

    /** The index of a good place with about so many tokens behind it. */
    public int tail(String text, int mostTokens) {
        Measured map = measure(text, 0, text.length());
        if (map.total() <= mostTokens) {
            return 0;
        }
        int last = text.length() - 1;
        long skipped = map.total() - mostTokens;
        int low = Math.clamp(map.index(skipped), 1, last);
        int high = Math.clamp(map.index(skipped + mostTokens * MOST_UNEVEN), low, last);
        int from = Cuts.best(text, low, high);
        if (from < 0) {
            from = Cuts.first(text, low, last);
        }
        return from < 0 ? Cuts.insideWord(text, low) : from;
    }

    private static int visible(String text, int from, int to) {
        int i = from;
        while (i < to && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static End end(Measured map, int start, int most) {
        int to = map.to();
        long done = map.before(start);
        long left = map.total() - done;
        if (left <= most) {
            long rest = map.count(start, to);
            if (rest <= most) {
                return new End(to, rest);
            }
        }
        long pieces = Math.max(2, (left + most - 1) / most);
        double even = (double) left / pieces;
        double spare = Math.max(0, most - even);
        double nearer = Math.min(MOST_UNEVEN * even, SHARE_OF_SPARE * spare);
        double farther = Math.min(MOST_UNEVEN * even, spare);
        int high = Math.clamp(map.index(done + even + farther), start + 1, to - 1);
        int low = Math.clamp(map.index(done + even - nearer), start + 1, high);
        return fitting(map, start, low, high, most);
    }

    /** The best end in the range; before it, if what it encloses is too long after all. */
    private static End fitting(Measured map, int start, int from, int to, int most) {
        String text = map.text();
        int low = from;
        int high = to;
        while (true) {
            int end = Cuts.best(text, low, high);
            if (end < 0) {
                end = Cuts.last(text, start + 1, low - 1);
            }
            if (end < 0) {
                end = Cuts.insideWord(text, high);
            }
            int character = start + Character.charCount(text.codePointAt(start));
            long count = map.count(start, Math.max(end, character));
            if (count <= most || end <= character) {
                return new End(Math.max(end, character), count);
            }
            int shorter = (int) ((double) (end - start) * most / count * NEARLY);
            high = start + Math.max(1, shorter);
            low = Math.min(low, high);
        }
    }
}

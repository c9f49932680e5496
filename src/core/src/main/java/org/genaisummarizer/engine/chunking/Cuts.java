package org.genaisummarizer.engine.chunking;

/** Looks for the place of a cut. */
final class Cuts {

    /** So much of the text behind a place decides between places that are equally good. */
    private static final int HASHED_CHARS = 32;

    private Cuts() {}

    /**
     * The best place in a range. Of equally good ones, the text behind them decides and not where
     * they lie in the range: where a document changes in one place, it is still cut as before in
     * the others.
     *
     * @param from the first place looked at, &gt; 0
     * @param to the last one, inside the text
     * @return nothing (-1) if the range has none
     */
    static int best(String text, int from, int to) {
        int best = -1;
        Boundary kind = Boundary.NONE;
        int order = 0;
        for (int i = from; i <= to; i++) {
            Boundary here = Boundary.before(text, i);
            int better = here.compareTo(kind);
            if (here == Boundary.NONE || better < 0) {
                continue;
            }
            int hash = hash(text, i);
            if (better > 0 || hash < order) {
                best = i;
                kind = here;
                order = hash;
            }
        }
        return best;
    }

    /** The last place in a range of any kind; -1 if it has none. */
    static int last(String text, int from, int to) {
        for (int i = to; i >= from; i--) {
            if (Boundary.before(text, i) != Boundary.NONE) {
                return i;
            }
        }
        return -1;
    }

    /** The first place in a range of any kind; -1 if it has none. */
    static int first(String text, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (Boundary.before(text, i) != Boundary.NONE) {
                return i;
            }
        }
        return -1;
    }

    /** A place for a cut inside a word, at or before this one, but not inside a surrogate pair. */
    static int insideWord(String text, int index) {
        boolean splitsPair =
                Character.isLowSurrogate(text.charAt(index))
                        && Character.isHighSurrogate(text.charAt(index - 1));
        return splitsPair ? index - 1 : index;
    }

    private static int hash(String text, int index) {
        int end = Math.min(text.length(), index + HASHED_CHARS);
        int hash = 0;
        for (int i = index; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}

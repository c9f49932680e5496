package org.genaisummarizer.engine.attempt;

/**
 * The text of a call as a reader sees it: without the white space around it, piece by piece, so
 * that the pieces put together are the text of the answer.
 */
final class ShownText {

    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder held = new StringBuilder();

    /** Takes a piece; returns what of it, and of what was held back before, is to be shown now. */
    String add(String piece) {
        int start = shown.isEmpty() ? firstVisible(piece) : 0;
        int end = pastLastVisible(piece);
        if (end <= start) {
            if (!shown.isEmpty()) {
                held.append(piece);
            }
            return "";
        }
        String now = held + piece.substring(start, end);
        held.setLength(0);
        held.append(piece, end, piece.length());
        shown.append(now);
        return now;
    }

    private static int firstVisible(String piece) {
        return piece.length() - piece.stripLeading().length();
    }

    private static int pastLastVisible(String piece) {
        return piece.stripTrailing().length();
    }

    CharSequence text() {
        return shown;
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }
}

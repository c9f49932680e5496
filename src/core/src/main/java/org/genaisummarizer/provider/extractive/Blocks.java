package org.genaisummarizer.provider.extractive;

import java.util.ArrayList;
import java.util.List;
import org.genaisummarizer.provider.extractive.Sentence.Kind;

/**
 * Cuts a document into blocks by its lines: paragraphs, list items, turns of speech, headings and
 * table rows, as plain text and Markdown write them. Code and rules are left out: no sentence is in
 * them.
 */
final class Blocks {

    /**
     * A short line without an end that is followed by another such line is not the same sentence.
     */
    private static final int SHORT_LINE = 60;

    private static final int LONGEST_NAME = 40;

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Kind kind = Kind.PROSE;
    private boolean inCode;

    /** A block's text on one line. */
    record Block(String text, Kind kind) {}

    private Blocks() {}

    static List<Block> of(String text) {
        Blocks reader = new Blocks();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            reader.line(text.substring(start, end).strip());
            start = end + 1;
        }
        reader.close();
        return reader.blocks;
    }

    private void line(String line) {
        if (line.startsWith("```") || line.startsWith("~~~")) {
            close();
            inCode = !inCode;
        } else if (inCode) {
            return;
        } else if (line.isEmpty() || isRule(line)) {
            close();
        } else if (isHeading(line)) {
            close();
            blocks.add(new Block(withoutHashes(line), Kind.HEADING));
        } else if (line.charAt(0) == '|' && line.length() > 1) {
            close();
            row(line);
        } else {
            text(line.charAt(0) == '>' ? line.substring(1).strip() : line);
        }
    }

    private void text(String line) {
        int marker = markerLength(line);
        if (marker > 0) {
            begin(Kind.ITEM);
            open.append(line, marker, line.length());
        } else if (isTurn(line)) {
            begin(Kind.PROSE);
            open.append(line);
        } else {
            if (endsLine(line)) {
                begin(Kind.PROSE);
            }
            if (!open.isEmpty()) {
                open.append(' ');
            }
            open.append(line);
        }
    }

    /**
     * Whether the open block ended with its last line: a title or a line of a list, not a line that
     * was wrapped.
     */
    private boolean endsLine(String next) {
        int length = open.length();
        if (length == 0 || length > SHORT_LINE || next.isEmpty()) {
            return false;
        }
        return Character.isLetterOrDigit(open.charAt(length - 1))
                && Character.isUpperCase(next.charAt(0));
    }

    private void begin(Kind next) {
        close();
        kind = next;
    }

    private void close() {
        if (!open.isEmpty()) {
            blocks.add(new Block(open.toString(), kind));
            open.setLength(0);
        }
        kind = Kind.PROSE;
    }

    private void row(String line) {
        StringBuilder cells = new StringBuilder();
        for (String cell : line.substring(1).split("\\|", -1)) {
            String words = cell.strip();
            if (!words.isEmpty() && !isRule(words)) {
                cells.append(cells.isEmpty() ? "" : ", ").append(words);
            }
        }
        if (!cells.isEmpty()) {
            blocks.add(new Block(cells.toString(), Kind.TABLE));
        }
    }

    private static boolean isRule(String line) {
        for (int i = 0; i < line.length(); i++) {
            if ("-=_*:+~# ".indexOf(line.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHeading(String line) {
        int hashes = 0;
        while (hashes < line.length() && line.charAt(hashes) == '#') {
            hashes++;
        }
        return hashes > 0 && hashes <= 6 && hashes < line.length() && line.charAt(hashes) == ' ';
    }

    private static String withoutHashes(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && line.charAt(from) == '#') {
            from++;
        }
        while (to > from && line.charAt(to - 1) == '#') {
            to--;
        }
        return line.substring(from, to).strip();
    }

    /** Characters of a list marker and the space behind it; 0 if there is none. */
    private static int markerLength(String line) {
        int i = 0;
        if ("-*+•–·".indexOf(line.charAt(0)) >= 0) {
            i = 1;
        } else {
            while (i < line.length() && i < 4 && Character.isDigit(line.charAt(i))) {
                i++;
            }
            if (i == 0 || i >= line.length() || ".)".indexOf(line.charAt(i)) < 0) {
                return 0;
            }
            i++;
        }
        return i < line.length() && line.charAt(i) == ' ' ? i + 1 : 0;
    }

    /** {@code Name: what was said}. */
    private static boolean isTurn(String line) {
        int colon = line.indexOf(':');
        if (colon < 1
                || colon > LONGEST_NAME
                || colon + 1 >= line.length()
                || line.charAt(colon + 1) != ' ') {
            return false;
        }
        return Character.isUpperCase(line.charAt(0)) && line.lastIndexOf('.', colon) <= 3;
    }
}

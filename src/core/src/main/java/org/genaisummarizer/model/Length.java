package org.genaisummarizer.model;

/** How long a summary is to be when the caller names no number of words. */
public enum Length {
    SHORT(60),
    MEDIUM(150),
    LONG(400);

    private final int words;

    Length(int words) {
        this.words = words;
    }

    public int words() {
        return words;
    }
}

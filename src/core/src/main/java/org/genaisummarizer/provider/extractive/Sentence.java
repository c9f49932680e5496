package org.genaisummarizer.provider.extractive;

import org.genaisummarizer.language.Words;

/**
 * A sentence of a document, or what stands for one where nothing ends sentences.
 *
 * @param text with single spaces
 * @param words in it
 * @param block the paragraph, list item or turn of speech that it is in, counted from 0
 * @param kind what the block is
 */
record Sentence(String text, int words, int block, Kind kind) {

    /** What a block of a document is. */
    enum Kind {
        PROSE,
        ITEM,
        HEADING,
        TABLE
    }

    static Sentence of(String text, int block, Kind kind) {
        return new Sentence(text, Words.count(text), block, kind);
    }

    @Override
    public String toString() {
        return "Sentence[" + words + " words, " + kind + " in block " + block + "]";
    }
}

package org.genaisummarizer.engine.making;

import org.genaisummarizer.model.Usage;

/**
 * The summary of a part, for the reduce step to read.
 *
 * @param usage of the call that made it
 * @param cut whether the output limit cut it short
 */
record Note(String text, Usage usage, boolean cut) {

    /** The same note, where it stands for a second part with the same text. */
    Note again() {
        return new Note(text, Usage.NONE, cut);
    }

    @Override
    public String toString() {
        return "Note[" + text.length() + " chars]";
    }
}

package org.genaisummarizer.engine.planning;

import org.genaisummarizer.model.Coverage;

/**
 * What is sent of a document that does not fit.
 *
 * @param coverage how much of the document that is
 */
public record Excerpt(String text, Coverage coverage) {

    /** Stands on a line of its own where something was left out. */
    public static final String GAP = "[…]";

    @Override
    public String toString() {
        return "Excerpt[" + text.length() + " chars, " + coverage + "]";
    }
}

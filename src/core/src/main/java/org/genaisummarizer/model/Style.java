package org.genaisummarizer.model;

/** The form of a summary. */
public enum Style {
    /** Connected sentences. */
    PARAGRAPH,
    /** A list, one point a line, each after {@code "- "}. */
    BULLETS,
    /** One short line without a full stop. */
    HEADLINE
}

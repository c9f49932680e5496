package org.genaisummarizer.engine.port;

/** How the summarizing of a part ended. */
public enum PartEnd {
    /** The cache had its summary. */
    FOUND,
    MADE,
    FAILED
}

package org.genaisummarizer.engine.making;

/** Where a summary in the making is shown. What these throw ends the making. */
public interface Draft {

    /** Shows nothing to anybody. */
    Draft UNSEEN = new Draft() {};

    /** A piece of its text. */
    default void delta(String text) {}

    /** The pieces so far are taken back. */
    default void restarted(String reason) {}

    /** So many parts of a long document are done. */
    default void progress(int done, int of) {}
}

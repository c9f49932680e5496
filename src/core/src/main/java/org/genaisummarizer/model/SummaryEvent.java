package org.genaisummarizer.model;

import java.util.List;
import java.util.function.Consumer;

/**
 * The vocabulary of streaming. A stream begins with {@link Started} and ends with exactly one
 * {@link Completed} or {@link Failed}.
 */
public sealed interface SummaryEvent {

    /** For those who wait for the last event alone: they are not woken for the others. */
    Consumer<SummaryEvent> UNHEARD = event -> {};

    /** The request was accepted. */
    record Started(String id) implements SummaryEvent {}

    /** A long document: this many of its parts are done. */
    record Progress(int done, int of) implements SummaryEvent {}

    /** A piece of the summary. */
    record Delta(String text) implements SummaryEvent {
        @Override
        public String toString() {
            return "Delta[" + text.length() + " chars]";
        }
    }

    /** All deltas so far are taken back; the summary begins anew. */
    record Restarted(String reason) implements SummaryEvent {}

    /** How a stream ends. */
    sealed interface Terminal extends SummaryEvent {}

    /** The last event of a success. */
    record Completed(Summary summary) implements Terminal {}

    /** The last event of a failure. */
    record Failed(Failure failure, List<Attempt> attempts) implements Terminal {
        public Failed {
            attempts = List.copyOf(attempts);
        }
    }
}

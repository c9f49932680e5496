package org.genaisummarizer.engine.making;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.genaisummarizer.engine.chunking.Chunk;
import org.genaisummarizer.model.Coverage;

/**
 * What became of the parts of one document so far: which are summarized, which are open. A part
 * that is summarized stays so, whoever goes on with the others. Safe for several threads.
 */
final class Parts {

    private final NavigableMap<Integer, Chunk> open = new TreeMap<>();
    private final NavigableMap<Integer, Note> notes = new TreeMap<>();
    private int numbered;

    Parts(String text) {
        open.put(0, Chunk.all(text));
    }

    /** A number for what is summarized next, the first being 1. */
    synchronized int number() {
        return ++numbered;
    }

    /** Whether any is summarized. */
    synchronized boolean begun() {
        return !notes.isEmpty();
    }

    synchronized List<Chunk> open() {
        return List.copyOf(open.values());
    }

    synchronized List<Note> notes() {
        return List.copyOf(notes.values());
    }

    /** Cuts the open stretches, in their order, into these. */
    synchronized void cut(List<List<Chunk>> chunks) {
        open.clear();
        for (List<Chunk> pieces : chunks) {
            pieces.forEach(piece -> open.put(piece.from(), piece));
        }
    }

    /** These parts have the same text and so the same summary. The progress is shown in order. */
    synchronized void done(List<Chunk> same, Note note, Draft draft) {
        for (Chunk part : same) {
            open.remove(part.from());
            notes.put(part.from(), part.equals(same.getFirst()) ? note : note.again());
        }
        draft.progress(notes.size(), notes.size() + open.size());
    }

    /** What is still open is lost. */
    synchronized Coverage coverage() {
        int chunks = notes.size() + open.size();
        boolean whole = open.isEmpty() && notes.values().stream().noneMatch(Note::cut);
        return new Coverage(chunks, notes.size(), open.size(), whole);
    }

    /** Summaries of consecutive parts as one text. */
    static String text(List<Note> notes) {
        List<String> texts = new ArrayList<>();
        notes.forEach(note -> texts.add(note.text()));
        return String.join("\n\n", texts);
    }
}

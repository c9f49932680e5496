package org.genaisummarizer.engine.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.chunking.Chunk;
import org.genaisummarizer.engine.chunking.Chunker;
import org.genaisummarizer.engine.chunking.Measured;
import org.genaisummarizer.engine.planning.Rooms.Room;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.engine.prompt.OutputLimit;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.Usage;

/** Plans the calls that make a summary of what one call has no room for. */
public final class Planner {

    /** All parts' summaries together have about so many times the words of the answer. */
    private static final int DETAIL = 3;

    private static final int LEAST_WORDS = 50;
    private static final int MOST_WORDS = 300;

    /** Words are rounded up, so that a document that grew a little asks the same of its parts. */
    private static final int WORD_STEP = 25;

    private static final int FEWEST_WORDS = 12;

    /** So many summaries of parts must fit one call, else putting them together never ends. */
    private static final int FAN_IN = 3;

    /** A part's summary may take this share of the window from the part. */
    private static final int SHARE_FOR_SUMMARY = 4;

    /** A piece of fewer tokens than this has nothing to summarize in it. */
    private static final int LEAST_ROOM = 48;

    private final Chunker chunker;
    private final Rooms rooms;

    public Planner(TokenCounter tokens, Rooms rooms) {
        this.chunker = new Chunker(tokens);
        this.rooms = rooms;
    }

    /** Whether a document, however long, can be summarized in parts by the target. */
    public boolean hasRoom(Target target, SummaryOptions options, String language) {
        return rooms(target, options, language, 0).isPresent();
    }

    /** Nothing if the target has no room to work in. */
    public Optional<PartPlan> plan(Remainder remainder, Target target) {
        if (!hasRoom(target, remainder.options(), remainder.language())) {
            return Optional.empty();
        }
        List<Measured> open = new ArrayList<>();
        for (Chunk chunk : remainder.open()) {
            open.add(chunker.measure(remainder.text(), chunk.from(), chunk.to()));
        }
        long share = DETAIL * remainder.options().targetWords() / parts(remainder, open, target);
        return rooms(target, remainder.options(), remainder.language(), share)
                .map(steps -> plan(remainder, open, target, steps));
    }

    private PartPlan plan(Remainder remainder, List<Measured> open, Target target, Steps steps) {
        List<List<Chunk>> chunks = new ArrayList<>();
        for (Measured measured : open) {
            chunks.add(chunker.cut(measured, steps.part().text()));
        }
        Calls calls = new Calls();
        calls.notes = remainder.summaryTokens();
        for (List<Chunk> pieces : chunks) {
            for (Chunk piece : pieces) {
                calls.add(piece.tokens(), steps.part());
                calls.notes += steps.part().output();
            }
        }
        calls.putTogether(steps);
        Usage usage = target.isLanguageModel() ? new Usage(calls.input, calls.output) : Usage.NONE;
        return new PartPlan(chunks, steps.words(), calls.count, usage);
    }

    /**
     * What each step has room for.
     *
     * @param words of a part's summary
     */
    private record Steps(int words, Room part, Room merge, Room last) {}

    /**
     * @param wantedWords of a part's summary
     */
    private Optional<Steps> rooms(
            Target target, SummaryOptions options, String language, long wantedWords) {
        Room last = rooms.reduce(target, options, language);
        int most = mostWords(target, last, language);
        if (most < FEWEST_WORDS) {
            return Optional.empty();
        }
        long rounded = Math.ceilDiv(wantedWords, WORD_STEP) * WORD_STEP;
        int words = Math.min(most, Math.clamp(rounded, LEAST_WORDS, MOST_WORDS));
        Steps steps =
                new Steps(
                        words,
                        rooms.part(target, options, language, words),
                        rooms.merge(target, options, language, words),
                        last);
        boolean ends =
                steps.part().text() >= LEAST_ROOM
                        && steps.merge().text() >= 2 * steps.merge().output();
        return Optional.of(steps).filter(found -> ends);
    }

    /** About how many parts there will be; at least 1. */
    private long parts(Remainder remainder, List<Measured> open, Target target) {
        Room room = rooms.part(target, remainder.options(), remainder.language(), LEAST_WORDS);
        long parts = remainder.summaries();
        for (Measured measured : open) {
            parts += Math.ceilDiv(measured.total(), Math.max(1, room.text()));
        }
        return Math.max(1, parts);
    }

    private static int mostWords(Target target, Room last, String language) {
        int most = Math.min(target.maxOutput(), last.text() / FAN_IN);
        return OutputLimit.words(
                Math.min(most, target.contextWindow() / SHARE_FOR_SUMMARY), language);
    }

    private static final class Calls {

        private int count;
        private long input;
        private long output;

        /** Tokens of summaries that are still to be put together. */
        private long notes;

        private void putTogether(Steps steps) {
            while (notes > steps.last().text()) {
                long groups = Math.ceilDiv(notes, steps.merge().text());
                long each = notes / groups;
                add(notes - (groups - 1) * each, steps.merge());
                for (long i = 1; i < groups; i++) {
                    add(each, steps.merge());
                }
                notes = groups * steps.merge().output();
            }
            add(notes, steps.last());
        }

        private void add(long text, Room room) {
            count++;
            input += text + room.instructions();
            output += room.output();
        }
    }
}

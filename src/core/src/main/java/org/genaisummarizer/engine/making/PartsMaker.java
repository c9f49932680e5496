package org.genaisummarizer.engine.making;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.attempt.CompletionRunner;
import org.genaisummarizer.engine.attempt.CompletionRunner.Answer;
import org.genaisummarizer.engine.attempt.Job;
import org.genaisummarizer.engine.attempt.RunFailedException;
import org.genaisummarizer.engine.chunking.Chunk;
import org.genaisummarizer.engine.chunking.Chunker;
import org.genaisummarizer.engine.making.NoteTaker.Desk;
import org.genaisummarizer.engine.making.NoteTaker.Step;
import org.genaisummarizer.engine.making.SideBySide.Task;
import org.genaisummarizer.engine.making.SideBySide.Then;
import org.genaisummarizer.engine.planning.PartPlan;
import org.genaisummarizer.engine.planning.Planner;
import org.genaisummarizer.engine.planning.Remainder;
import org.genaisummarizer.engine.planning.Rooms;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Makes a summary in parts: each is summarized, side by side, and the summaries are made one, over
 * several steps where they do not fit one call.
 */
final class PartsMaker {

    /** Each step leaves a third or less; more of them than this come from no honest answer. */
    private static final int MOST_MERGES = 12;

    private final Tools tools;
    private final Chunker chunker;
    private final int parallel;
    private final boolean partial;

    record Tools(
            CompletionRunner runner,
            CallComposer composer,
            NoteTaker notes,
            Planner planner,
            Rooms rooms,
            TokenCounter tokens) {}

    /**
     * @param parallel calls at once
     * @param partial whether parts that cannot be summarized may be left out
     */
    PartsMaker(Tools tools, int parallel, boolean partial) {
        this.tools = tools;
        this.chunker = new Chunker(tools.tokens());
        this.parallel = parallel;
        this.partial = partial;
    }

    /**
     * Goes on with what is open.
     *
     * @param last whether nobody comes after this target
     */
    Summary make(Making making, Target target, boolean last)
            throws RunFailedException, InterruptedException {
        Parts parts = making.parts();
        PartPlan plan =
                tools.planner()
                        .plan(remainder(making), target)
                        .orElseThrow(() -> new RunFailedException(new Failure.ContextExceeded()));
        parts.cut(plan.chunks());
        Desk desk = new Desk(making, target, making.bill().open(plan.calls()), plan.partWords());
        Outcome outcome = new Outcome(last && partial);
        SideBySide.run(partTasks(desk, outcome), parallel);
        if (outcome.isFatal() || (!parts.open().isEmpty() && !(parts.begun() && last && partial))) {
            throw outcome.failed();
        }
        return reduced(desk);
    }

    private Remainder remainder(Making making) {
        List<Note> notes = making.parts().notes();
        return new Remainder(
                making.text(),
                making.parts().open(),
                notes.size(),
                tools.tokens().count(Parts.text(notes)),
                making.options(),
                making.order().language());
    }

    private List<Task> partTasks(Desk desk, Outcome outcome) {
        String text = desk.making().text();
        Parts parts = desk.making().parts();
        Map<Fingerprint, List<Chunk>> same = new LinkedHashMap<>();
        for (Chunk part : parts.open()) {
            Fingerprint key = tools.notes().key(desk, Step.PART, part.of(text));
            same.computeIfAbsent(key, none -> new ArrayList<>()).add(part);
        }
        List<Task> tasks = new ArrayList<>();
        same.forEach(
                (key, chunks) ->
                        tasks.add(
                                () -> {
                                    String piece = chunks.getFirst().of(text);
                                    try {
                                        Note note = tools.notes().take(desk, Step.PART, piece, key);
                                        parts.done(chunks, note, desk.making().draft());
                                        return Then.GO_ON;
                                    } catch (RunFailedException e) {
                                        return outcome.after(e);
                                    }
                                }));
        return tasks;
    }

    private Summary reduced(Desk desk) throws RunFailedException, InterruptedException {
        Making making = desk.making();
        List<Note> used = new ArrayList<>(making.parts().notes());
        String text = Parts.text(used);
        int room =
                tools.rooms()
                        .reduce(desk.target(), making.options(), making.order().language())
                        .text();
        for (int merges = 0; tools.tokens().count(text) > room; merges++) {
            if (merges == MOST_MERGES) {
                throw new RunFailedException(new Failure.ContextExceeded());
            }
            List<Note> merged = merged(desk, text);
            used.addAll(merged);
            text = Parts.text(merged);
        }
        CompletionRequest call = tools.composer().reduce(making.order(), desk.target(), text);
        Job job = new Job(List.of(desk.target()), target -> Optional.of(call));
        Answer answer = tools.runner().run(job, desk.envelope(), making.shown());
        return summary(making, answer, used);
    }

    private List<Note> merged(Desk desk, String text)
            throws RunFailedException, InterruptedException {
        Making making = desk.making();
        int room =
                tools.rooms()
                        .merge(
                                desk.target(),
                                making.options(),
                                making.order().language(),
                                desk.words())
                        .text();
        List<Chunk> groups = chunker.cut(text, room);
        List<Note> merged = new ArrayList<>(Collections.nCopies(groups.size(), NO_NOTE));
        Outcome outcome = new Outcome(false);
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int place = i;
            String group = groups.get(i).of(text);
            tasks.add(
                    () -> {
                        try {
                            Fingerprint key = tools.notes().key(desk, Step.MERGE, group);
                            Note note = tools.notes().take(desk, Step.MERGE, group, key);
                            synchronized (merged) {
                                merged.set(place, note);
                            }
                            return Then.GO_ON;
                        } catch (RunFailedException e) {
                            return outcome.after(e);
                        }
                    });
        }
        SideBySide.run(tasks, parallel);
        if (outcome.hasFailed()) {
            throw outcome.failed();
        }
        return merged;
    }

    private static final Note NO_NOTE = new Note("", Usage.NONE, true);

    private static Summary summary(Making making, Answer last, List<Note> used) {
        Usage usage = used.stream().map(Note::usage).reduce(last.usage(), Usage::plus);
        boolean cut = used.stream().anyMatch(Note::cut);
        Coverage parts = making.parts().coverage();
        Coverage coverage =
                cut
                        ? new Coverage(parts.chunks(), parts.summarized(), parts.failed(), false)
                        : parts;
        FinishReason finish = cut ? FinishReason.LENGTH : last.completion().finishReason();
        return making.summary(last, finish, usage, coverage);
    }

    /** What the failures of tasks that ran side by side come to. */
    private static final class Outcome {

        private final boolean goesOn;
        private @Nullable RunFailedException failure;
        private boolean fatal;

        private Outcome(boolean goesOn) {
            this.goesOn = goesOn;
        }

        /**
         * Who failed one part is not asked for those that have not begun, unless nobody else is.
         */
        private synchronized Then after(RunFailedException e) {
            boolean ends = RouteMaker.ends(e.failure());
            if (failure == null || (ends && !fatal)) {
                failure = e;
            }
            fatal |= ends;
            return ends ? Then.CANCEL : goesOn ? Then.GO_ON : Then.BEGIN_NO_MORE;
        }

        private synchronized boolean isFatal() {
            return fatal;
        }

        private synchronized boolean hasFailed() {
            return failure != null;
        }

        private synchronized RunFailedException failed() {
            return failure == null ? new RunFailedException(new Failure.Unreachable()) : failure;
        }
    }
}

package org.genaisummarizer.engine.making;

import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.attempt.CompletionRunner;
import org.genaisummarizer.engine.attempt.CompletionRunner.Answer;
import org.genaisummarizer.engine.attempt.Envelope;
import org.genaisummarizer.engine.attempt.Job;
import org.genaisummarizer.engine.attempt.RunFailedException;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.PartEnd;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.SummaryRequest;

/** Has parts summarized, unless the cache has their summary. */
final class NoteTaker {

    private final CompletionRunner runner;
    private final CallComposer composer;
    private final PartCache cache;

    /** What is made of a text. */
    enum Step {
        PART,
        MERGE
    }

    /**
     * Who makes notes for whom.
     *
     * @param words of each note
     */
    record Desk(Making making, Target target, Envelope envelope, int words) {}

    NoteTaker(CompletionRunner runner, CallComposer composer, PartCache cache) {
        this.runner = runner;
        this.composer = composer;
        this.cache = cache;
    }

    /** What makes two notes the same. */
    Fingerprint key(Desk desk, Step step, String text) {
        return PartCache.key(desk.making().order(), desk.target(), step, text, desk.words());
    }

    Note take(Desk desk, Step step, String text, Fingerprint key)
            throws RunFailedException, InterruptedException {
        SummaryObserver observer = desk.making().observer();
        SummaryRequest request = desk.making().order().request();
        int part = desk.making().parts().number();
        PartEnd end = PartEnd.FAILED;
        observer.observe(request, new Observation.PartBegan(part));
        try {
            Optional<Note> kept = cache.find(desk.making(), key);
            Note note = kept.isPresent() ? kept.get() : made(desk, step, text, key, part);
            end = kept.isPresent() ? PartEnd.FOUND : PartEnd.MADE;
            return note;
        } finally {
            observer.observe(request, new Observation.PartEnded(part, end));
        }
    }

    private Note made(Desk desk, Step step, String text, Fingerprint key, int part)
            throws RunFailedException, InterruptedException {
        Order order = desk.making().order();
        CompletionRequest call =
                switch (step) {
                    case PART -> composer.part(order, desk.target(), text, desk.words());
                    case MERGE -> composer.merge(order, desk.target(), text, desk.words());
                };
        Job job = new Job(List.of(desk.target()), target -> Optional.of(call));
        Answer answer = runner.run(job, desk.envelope(), desk.making().unseen(part));
        boolean cut = !answer.completion().finishReason().equals(FinishReason.STOP);
        Note note = new Note(answer.completion().text(), answer.usage(), cut);
        if (!cut) {
            cache.keep(desk.making(), key, answer);
        }
        return note;
    }
}

package org.genaisummarizer.engine.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.attempt.CompletionRunner;
import org.genaisummarizer.engine.attempt.CompletionRunner.Answer;
import org.genaisummarizer.engine.attempt.Job;
import org.genaisummarizer.engine.attempt.Rests;
import org.genaisummarizer.engine.attempt.RunFailedException;
import org.genaisummarizer.engine.planning.Excerpt;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Summary;

/**
 * Makes a summary at the first of the targets that can: in one call where it has room for the
 * document, else as the operator wants long documents made. What fails at one is planned anew for
 * the next, with the parts that were summarized already.
 */
public final class RouteMaker implements Maker {

    private final CompletionRunner runner;
    private final CallComposer composer;
    private final Fitting fitting;
    private final PartsMaker parts;
    private final Rests rests;
    private final Bill.Terms terms;
    private final SummaryObserver observer;

    RouteMaker(
            CompletionRunner runner,
            CallComposer composer,
            Fitting fitting,
            PartsMaker parts,
            Rests rests,
            Bill.Terms terms,
            SummaryObserver observer) {
        this.runner = runner;
        this.composer = composer;
        this.fitting = fitting;
        this.parts = parts;
        this.rests = rests;
        this.terms = terms;
        this.observer = observer;
    }

    @Override
    public Summary make(Order order, Draft draft)
            throws MakingFailedException, InterruptedException {
        Bill bill = new Bill(terms, order.request().deadline());
        int size = fitting.size(order);
        Parts wholeDocument = new Parts(order.request().document().text());
        Making making = new Making(order, draft, bill, observer, wholeDocument);
        List<Failure> failures = new ArrayList<>();
        List<Target> left = restedFirst(order.targets());
        while (!left.isEmpty()) {
            int served = making.parts().begun() ? 0 : fitting.fitting(order, left, size);
            try {
                return served > 0
                        ? whole(making, left.subList(0, served))
                        : longDocument(making, left);
            } catch (RunFailedException e) {
                failures.add(e.failure());
                if (ends(e.failure())) {
                    break;
                }
            }
            left = left.subList(Math.max(1, served), left.size());
        }
        throw new MakingFailedException(verdict(failures), bill.attempts());
    }

    private List<Target> restedFirst(List<Target> targets) {
        return Stream.concat(
                        targets.stream().filter(target -> !isResting(target)),
                        targets.stream().filter(this::isResting))
                .distinct()
                .toList();
    }

    private boolean isResting(Target target) {
        return !rests.remaining(target.ref()).isZero();
    }

    private Summary whole(Making making, List<Target> targets)
            throws RunFailedException, InterruptedException {
        Order order = making.order();
        Job job = new Job(targets, target -> Optional.of(composer.whole(order, target)));
        return oneCall(making, job, Coverage.WHOLE);
    }

    private Summary longDocument(Making making, List<Target> left)
            throws RunFailedException, InterruptedException {
        Target target = left.getFirst();
        Optional<Excerpt> excerpt =
                making.parts().begun() ? Optional.empty() : fitting.excerpt(making.order(), target);
        if (excerpt.isEmpty()) {
            boolean last =
                    left.stream().skip(1).noneMatch(next -> fitting.hasRoom(making.order(), next));
            return parts.make(making, target, last);
        }
        CompletionRequest call = composer.excerpt(making.order(), target, excerpt.get().text());
        Job job = new Job(List.of(target), only -> Optional.of(call));
        return oneCall(making, job, excerpt.get().coverage());
    }

    private Summary oneCall(Making making, Job job, Coverage coverage)
            throws RunFailedException, InterruptedException {
        Answer answer = runner.run(job, making.bill().open(1), making.shown());
        return making.summary(answer, answer.completion().finishReason(), answer.usage(), coverage);
    }

    /** Whether a failure is told at once; one for want of room or money may be none elsewhere. */
    static boolean ends(Failure failure) {
        return failure.consequence() == Failure.Consequence.TELL_THE_CALLER
                && !(failure instanceof Failure.DocumentTooLong)
                && !(failure instanceof Failure.TooExpensive);
    }

    /** What says most: what was done, before what was not for want of room, money or rest. */
    private static Failure verdict(List<Failure> failures) {
        Failure last = failures.getLast();
        if (ends(last)) {
            return last;
        }
        return failures.stream()
                .filter(RouteMaker::saysMuch)
                .reduce((first, second) -> second)
                .or(() -> failures.stream().filter(RouteMaker::isNoWantOfRoom).findFirst())
                .orElseGet(Failure.DocumentTooLong::new);
    }

    private static boolean isNoWantOfRoom(Failure failure) {
        return !(failure instanceof Failure.DocumentTooLong)
                && !(failure instanceof Failure.ContextExceeded);
    }

    private static boolean saysMuch(Failure failure) {
        return isNoWantOfRoom(failure)
                && !(failure instanceof Failure.TooExpensive)
                && !(failure instanceof Failure.Resting);
    }
}

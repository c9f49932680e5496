package org.genaisummarizer.engine.making;

import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.Estimate;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.planning.Excerpt;
import org.genaisummarizer.engine.planning.PartPlan;
import org.genaisummarizer.engine.planning.Planner;
import org.genaisummarizer.engine.planning.Remainder;
import org.genaisummarizer.engine.planning.Rooms;
import org.genaisummarizer.engine.planning.Rooms.Room;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.Usage;

/** Tells what an order comes to at most, at the first target that has room for it. */
public final class PlanEstimator implements Estimator {

    private final Fitting fitting;
    private final Planner planner;
    private final Rooms rooms;
    private final TokenCounter tokens;

    PlanEstimator(Fitting fitting, Planner planner, Rooms rooms, TokenCounter tokens) {
        this.fitting = fitting;
        this.planner = planner;
        this.rooms = rooms;
        this.tokens = tokens;
    }

    @Override
    public Estimate estimate(Order order) throws MakingFailedException {
        int size = fitting.size(order);
        for (Target target : order.targets()) {
            Optional<Estimate> estimate = estimate(order, target, size);
            if (estimate.isPresent()) {
                return estimate.get();
            }
        }
        throw new MakingFailedException(new Failure.DocumentTooLong(), List.of());
    }

    private Optional<Estimate> estimate(Order order, Target target, int size) {
        SummaryOptions options = order.request().options();
        String language = order.language();
        if (fitting.fits(order, target, size)) {
            return Optional.of(oneCall(target, 1, rooms.whole(target, options, language), size));
        }
        Optional<Excerpt> excerpt = fitting.excerpt(order, target);
        if (excerpt.isPresent()) {
            return Optional.of(
                    oneCall(
                            target,
                            excerpt.get().coverage().chunks(),
                            rooms.excerpt(target, options, language),
                            tokens.count(excerpt.get().text())));
        }
        String text = order.request().document().text();
        return planner.plan(Remainder.all(text, options, language), target)
                .map(plan -> inParts(target, plan));
    }

    private static Estimate oneCall(Target target, int chunks, Room room, long size) {
        Usage usage =
                target.isLanguageModel()
                        ? new Usage(room.instructions() + size, room.output())
                        : Usage.NONE;
        return estimate(target, chunks, 1, usage);
    }

    private static Estimate inParts(Target target, PartPlan plan) {
        return estimate(target, plan.chunkCount(), plan.calls(), plan.atMost());
    }

    private static Estimate estimate(Target target, int chunks, int calls, Usage usage) {
        Cost cost = new Cost(target.price().of(usage), target.isLanguageModel());
        return new Estimate(target.provider().name(), target.model(), chunks, calls, usage, cost);
    }
}

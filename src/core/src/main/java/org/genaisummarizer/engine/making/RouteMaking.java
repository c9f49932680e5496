package org.genaisummarizer.engine.making;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.attempt.CompletionRunner;
import org.genaisummarizer.engine.attempt.Rests;
import org.genaisummarizer.engine.planning.Excerpts;
import org.genaisummarizer.engine.planning.LongDocuments;
import org.genaisummarizer.engine.planning.Planner;
import org.genaisummarizer.engine.planning.Rooms;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.model.CompletionRequest.Limits;

/** Puts together what makes summaries over a route, and what estimates them by the same plan. */
public final class RouteMaking {

    private final Needs needs;
    private final Settings settings;
    private final Rooms rooms;
    private final Planner planner;
    private final Fitting fitting;

    /** What it works with; {@code rests} are those that the runner heeds. */
    public record Needs(
            CompletionRunner runner,
            Rests rests,
            PromptComposer prompts,
            TokenCounter tokens,
            SummaryCache cache,
            SummaryObserver observer,
            Clock clock) {}

    /**
     * Its limits.
     *
     * @param call of each call
     * @param spareAttempts beyond one for each call of a plan
     * @param mostCost USD that one request may cost
     * @param partLifetime how long the summary of a part is kept; 0 keeps none
     */
    public record Settings(
            LongDocuments longDocuments,
            Limits call,
            int spareAttempts,
            Optional<BigDecimal> mostCost,
            Duration partLifetime) {

        public Settings {
            if (spareAttempts < 0 || partLifetime.isNegative()) {
                throw new IllegalArgumentException("spareAttempts and partLifetime must be >= 0");
            }
        }
    }

    public RouteMaking(Needs needs, Settings settings) {
        this.needs = needs;
        this.settings = settings;
        this.rooms = new Rooms(needs.prompts(), needs.tokens());
        this.planner = new Planner(needs.tokens(), rooms);
        Excerpts excerpts = new Excerpts(settings.longDocuments(), needs.tokens());
        this.fitting = new Fitting(rooms, excerpts, planner, needs.tokens());
    }

    public Maker maker() {
        CallComposer composer = new CallComposer(needs.prompts(), settings.call());
        PartCache cache = new PartCache(needs.cache(), settings.partLifetime(), needs.clock());
        NoteTaker notes = new NoteTaker(needs.runner(), composer, cache);
        PartsMaker parts =
                new PartsMaker(
                        new PartsMaker.Tools(
                                needs.runner(), composer, notes, planner, rooms, needs.tokens()),
                        settings.longDocuments().parallel(),
                        settings.longDocuments().partial());
        return new RouteMaker(
                needs.runner(),
                composer,
                fitting,
                parts,
                needs.rests(),
                new Bill.Terms(settings.spareAttempts(), settings.mostCost()),
                needs.observer());
    }

    public Estimator estimator() {
        return new PlanEstimator(fitting, planner, rooms, needs.tokens());
    }
}

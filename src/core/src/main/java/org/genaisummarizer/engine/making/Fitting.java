package org.genaisummarizer.engine.making;

import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.planning.Excerpt;
import org.genaisummarizer.engine.planning.Excerpts;
import org.genaisummarizer.engine.planning.Planner;
import org.genaisummarizer.engine.planning.Rooms;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.model.SummaryOptions;

/** Tells what of an order a target has room for. */
final class Fitting {

    private static final int STRIDE = 100_000;

    private final Rooms rooms;
    private final Excerpts excerpts;
    private final Planner planner;
    private final TokenCounter tokens;

    Fitting(Rooms rooms, Excerpts excerpts, Planner planner, TokenCounter tokens) {
        this.rooms = rooms;
        this.excerpts = excerpts;
        this.planner = planner;
        this.tokens = tokens;
    }

    /**
     * Tokens of the document; of one that fits nobody, the count ends where that is certain. What
     * is no language model has no window to be fitted.
     */
    int size(Order order) {
        int most =
                order.targets().stream()
                        .filter(Target::isLanguageModel)
                        .mapToInt(target -> room(order, target))
                        .max()
                        .orElse(0);
        String text = order.request().document().text();
        long size = 0;
        for (int from = 0; from < text.length() && size <= most; from += STRIDE) {
            size += tokens.count(text, from, Math.min(text.length(), from + STRIDE));
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    private int room(Order order, Target target) {
        return rooms.whole(target, options(order), order.language()).text();
    }

    /** How many of the targets, from the first on, have room for the whole document. */
    int fitting(Order order, List<Target> targets, int size) {
        int count = 0;
        while (count < targets.size() && fits(order, targets.get(count), size)) {
            count++;
        }
        return count;
    }

    boolean fits(Order order, Target target, int size) {
        return !target.isLanguageModel() || size <= room(order, target);
    }

    /** What is sent instead of the document; nothing if it is to be summarized in parts. */
    Optional<Excerpt> excerpt(Order order, Target target) {
        int room = rooms.excerpt(target, options(order), order.language()).text();
        return room < 1
                ? Optional.empty()
                : excerpts.of(order.request().document().text(), options(order), room);
    }

    /** Whether a document can be summarized in parts there. */
    boolean hasRoom(Order order, Target target) {
        return planner.hasRoom(target, options(order), order.language());
    }

    private static SummaryOptions options(Order order) {
        return order.request().options();
    }
}

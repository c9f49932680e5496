package org.genaisummarizer.engine.flight;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.genaisummarizer.engine.flight.Flight.Ending;
import org.genaisummarizer.engine.making.Maker;
import org.genaisummarizer.engine.making.MakingFailedException;
import org.genaisummarizer.engine.making.Order;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;

/**
 * Lets equal requests of one process share one making. The first pays; the others get the same
 * answer, and hear the text from its beginning. One that leaves does not disturb the others.
 */
public final class SingleFlight {

    private final Maker maker;
    private final Clock clock;
    private final Map<Fingerprint, Flight> flights = new ConcurrentHashMap<>();

    public SingleFlight(Maker maker, Clock clock) {
        this.maker = maker;
        this.clock = clock;
    }

    /**
     * Blocks until the answer is there.
     *
     * @param sink gets what happens on the way, on the calling thread
     * @throws MakingFailedException if there is no answer
     * @throws InterruptedException if the caller's thread was interrupted; the making goes on while
     *     others wait for it
     */
    public Summary join(Order order, Consumer<SummaryEvent> sink)
            throws MakingFailedException, InterruptedException {
        if (order.request().cache().noCache()) {
            return alone(order, sink);
        }
        Shown shown = new Shown(sink);
        while (true) {
            Flight own = new Flight();
            own.board();
            Flight flight = flights.putIfAbsent(order.key(), own);
            if (flight == null) {
                own.start(maker, order, () -> flights.remove(order.key(), own));
                return ending(follow(own, shown, order));
            }
            if (!flight.board()) {
                // It has landed or was given up in this moment.
                flights.remove(order.key(), flight);
                continue;
            }
            Ending end = follow(flight, shown, order);
            if (end instanceof Ending.NotMade notMade && isTheLeadersOwn(notMade.why().failure())) {
                shown.takeBack(notMade.why().failure());
                continue;
            }
            return shared(order, end);
        }
    }

    private Summary alone(Order order, Consumer<SummaryEvent> sink)
            throws MakingFailedException, InterruptedException {
        Flight flight = new Flight();
        flight.board();
        flight.start(maker, order, () -> {});
        return ending(follow(flight, new Shown(sink), order));
    }

    private Ending follow(Flight flight, Shown shown, Order order)
            throws MakingFailedException, InterruptedException {
        Deadline deadline = order.request().deadline();
        return shown.isHeard()
                ? flight.follow(shown, deadline, clock)
                : flight.await(deadline, clock);
    }

    /** The leader's deadline or its leaving says nothing about this caller's request. */
    private static boolean isTheLeadersOwn(Failure failure) {
        return failure instanceof Failure.DeadlineExceeded || failure instanceof Failure.Cancelled;
    }

    private static Summary ending(Ending end) throws MakingFailedException {
        return switch (end) {
            case Ending.Made made -> made.summary();
            case Ending.NotMade notMade ->
                    throw new MakingFailedException(
                            notMade.why().failure(), notMade.why().attempts());
        };
    }

    /** What somebody else paid for, or paid in vain. */
    private static Summary shared(Order order, Ending end) throws MakingFailedException {
        return switch (end) {
            case Ending.Made made ->
                    made.summary().servedTo(order.request().id(), CacheStatus.SHARED);
            case Ending.NotMade notMade ->
                    throw new MakingFailedException(notMade.why().failure(), List.of());
        };
    }

    /** Remembers whether the caller has seen text of a making that is followed by another. */
    private static final class Shown implements Consumer<SummaryEvent> {

        private final Consumer<SummaryEvent> sink;
        private boolean any;

        private Shown(Consumer<SummaryEvent> sink) {
            this.sink = sink;
        }

        private boolean isHeard() {
            return sink != SummaryEvent.UNHEARD;
        }

        @Override
        public void accept(SummaryEvent event) {
            any |= event instanceof SummaryEvent.Delta;
            sink.accept(event);
        }

        private void takeBack(Failure failure) {
            if (any) {
                any = false;
                sink.accept(new SummaryEvent.Restarted(failure.slug()));
            }
        }
    }

    /** Makings in flight. */
    public int size() {
        return flights.size();
    }
}

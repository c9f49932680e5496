package org.genaisummarizer.engine;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genaisummarizer.engine.Admission.Place;
import org.genaisummarizer.engine.flight.SingleFlight;
import org.genaisummarizer.engine.idempotency.IdempotentRequests;
import org.genaisummarizer.engine.making.Estimator;
import org.genaisummarizer.engine.making.MakingFailedException;
import org.genaisummarizer.engine.making.Order;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.engine.port.SummaryCache.Stored;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.language.LanguageDetector;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryEvent.Completed;
import org.genaisummarizer.model.SummaryEvent.Failed;
import org.genaisummarizer.model.SummaryEvent.Terminal;
import org.genaisummarizer.model.SummaryRequest;
import org.jspecify.annotations.Nullable;

/**
 * The use case: a document and what is wanted of it go in, a summary or the reason why there is
 * none comes out. Every host calls this and nothing else of the engine. Safe for any number of
 * threads; {@link #summarize} blocks and belongs on a virtual one.
 */
public final class Summarizer {

    private static final int MOST_NEAR_CHARS = 200_000;

    private final Route route;
    private final String setting;
    private final SummaryCache cache;
    private final SingleFlight flights;
    private final IdempotentRequests idempotency;
    private final Estimator estimator;
    private final Admission admission;
    private final Optional<BigDecimal> mostCost;
    private final SummaryObserver observer;
    private final Clock clock;

    Summarizer(
            Route route,
            String setting,
            SummaryCache cache,
            SingleFlight flights,
            IdempotentRequests idempotency,
            Estimator estimator,
            EngineSettings settings,
            SummaryObserver observer,
            Clock clock) {
        this.route = route;
        this.setting = setting;
        this.cache = cache;
        this.flights = flights;
        this.idempotency = idempotency;
        this.estimator = estimator;
        this.admission = new Admission(settings.requests());
        this.mostCost = settings.mostCost();
        this.observer = observer;
        this.clock = clock;
    }

    /**
     * Makes a summary, or finds one.
     *
     * @param sink gets {@link SummaryEvent.Started} first and exactly one {@link Terminal} last, on
     *     the calling thread. What it throws cancels the request and is thrown on
     * @return the last event. An interrupted thread stays interrupted and gets {@link
     *     Failure.Cancelled}
     */
    public Terminal summarize(SummaryRequest request, Consumer<SummaryEvent> sink) {
        Instant start = clock.instant();
        Terminal end = new Failed(new Failure.Cancelled(), List.of());
        Outlet outlet = new Outlet(sink);
        observer.observe(request, new Observation.RequestBegan());
        try {
            outlet.accept(new SummaryEvent.Started(request.id()));
            end = ending(request, outlet);
        } finally {
            observer.observe(
                    request,
                    new Observation.RequestEnded(end, Duration.between(start, clock.instant())));
        }
        sink.accept(end);
        return end;
    }

    private Terminal ending(SummaryRequest request, Outlet sink) {
        try (Place place = admission.enter(request.caller().tenant())) {
            return new Completed(summary(request, sink.orUnheard()));
        } catch (MakingFailedException e) {
            return new Failed(e.failure(), e.attempts());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(new Failure.Cancelled(), List.of());
        } catch (RuntimeException e) {
            if (sink.threw(e)) {
                throw e;
            }
            Bugs.report("summarizing", e);
            return new Failed(new Failure.Internal(), List.of());
        }
    }

    /** Tells the caller's exceptions from our own. */
    private static final class Outlet implements Consumer<SummaryEvent> {

        private final Consumer<SummaryEvent> sink;
        private @Nullable RuntimeException thrown;

        private Outlet(Consumer<SummaryEvent> sink) {
            this.sink = sink;
        }

        @Override
        public void accept(SummaryEvent event) {
            try {
                sink.accept(event);
            } catch (RuntimeException e) {
                thrown = e;
                throw e;
            }
        }

        private Consumer<SummaryEvent> orUnheard() {
            return sink == SummaryEvent.UNHEARD ? sink : this;
        }

        private boolean threw(RuntimeException e) {
            return thrown == e;
        }
    }

    private Summary summary(SummaryRequest request, Consumer<SummaryEvent> sink)
            throws MakingFailedException, InterruptedException {
        List<Target> targets = candidates(request);
        Optional<Summary> asItIs = ShortDocument.answer(request);
        if (asItIs.isPresent()) {
            sink.accept(new SummaryEvent.Delta(asItIs.get().text()));
            return asItIs.get();
        }
        Fingerprint key = Fingerprints.of(request, targets, setting);
        return idempotency.once(request, key, sink, () -> foundOrMade(request, key, targets, sink));
    }

    private Summary foundOrMade(
            SummaryRequest request,
            Fingerprint key,
            List<Target> targets,
            Consumer<SummaryEvent> sink)
            throws MakingFailedException, InterruptedException {
        Optional<Summary> found = found(request, key);
        if (found.isPresent()) {
            sink.accept(new SummaryEvent.Delta(found.get().text()));
            return found.get();
        }
        if (request.cache().onlyIfCached()) {
            throw failed(new Failure.NotCached());
        }
        Order order = order(request, key, targets);
        requireAffordable(order);
        return flights.join(order, sink);
    }

    private Optional<Summary> found(SummaryRequest request, Fingerprint key) {
        if (request.cache().noCache()) {
            observer.observe(
                    request, new Observation.CacheAsked(CacheStatus.BYPASSED, Duration.ZERO));
            return Optional.empty();
        }
        Instant start = clock.instant();
        Optional<Summary> found =
                cache.find(key)
                        .filter(stored -> isFresh(request, stored))
                        .map(stored -> hit(request, stored));
        observer.observe(
                request,
                new Observation.CacheAsked(
                        found.isPresent() ? CacheStatus.HIT : CacheStatus.MISS,
                        Duration.between(start, clock.instant())));
        return found;
    }

    private boolean isFresh(SummaryRequest request, Stored stored) {
        return request.cache().accepts(Duration.between(stored.at(), clock.instant()));
    }

    private static Summary hit(SummaryRequest request, Stored stored) {
        return stored.summary().servedTo(request.id(), CacheStatus.HIT);
    }

    /** Whether there is anybody who may answer the request. */
    public boolean serves(SummaryRequest request) {
        return !route.candidates(request.options().model()).isEmpty();
    }

    /**
     * The answer, if this process has it at hand. Never blocks, so an event loop may ask; where
     * there is nothing, or the document is so long that to recognize it takes a while, {@link
     * #summarize} is next.
     */
    public Optional<Summary> near(SummaryRequest request) {
        List<Target> targets = route.candidates(request.options().model());
        if (request.idempotencyKey().isPresent()
                || request.cache().noCache()
                || request.document().text().length() > MOST_NEAR_CHARS
                || targets.isEmpty()) {
            return Optional.empty();
        }
        Instant start = clock.instant();
        Optional<Summary> found =
                cache.near(Fingerprints.of(request, targets, setting))
                        .filter(stored -> isFresh(request, stored))
                        .map(stored -> hit(request, stored));
        found.ifPresent(
                summary -> {
                    Duration time = Duration.between(start, clock.instant());
                    observer.observe(request, new Observation.RequestBegan());
                    observer.observe(request, new Observation.CacheAsked(CacheStatus.HIT, time));
                    observer.observe(
                            request, new Observation.RequestEnded(new Completed(summary), time));
                });
        return found;
    }

    /**
     * What the request would come to if nothing of it were cached. Calls nobody.
     *
     * @throws MakingFailedException if the request cannot be served at all
     */
    public Estimate estimate(SummaryRequest request) throws MakingFailedException {
        List<Target> targets = candidates(request);
        return estimator.estimate(
                order(request, Fingerprints.of(request, targets, setting), targets));
    }

    private void requireAffordable(Order order) throws MakingFailedException {
        if (mostCost.isEmpty()) {
            return;
        }
        BigDecimal estimate = estimator.estimate(order).cost().amount();
        if (estimate.compareTo(mostCost.get()) > 0) {
            throw failed(new Failure.TooExpensive(estimate, mostCost.get()));
        }
    }

    private List<Target> candidates(SummaryRequest request) throws MakingFailedException {
        List<Target> targets = route.candidates(request.options().model());
        if (targets.isEmpty()) {
            throw failed(new Failure.UnknownModel());
        }
        return targets;
    }

    private static Order order(SummaryRequest request, Fingerprint key, List<Target> targets) {
        String language =
                request.options()
                        .language()
                        .orElseGet(() -> LanguageDetector.detect(request.document().text()));
        return new Order(request, key, language, targets);
    }

    private static MakingFailedException failed(Failure failure) {
        return new MakingFailedException(failure, List.of());
    }
}

package org.genaisummarizer.engine.making;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.FieldDigest;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.attempt.CompletionRunner.Answer;
import org.genaisummarizer.engine.making.NoteTaker.Step;
import org.genaisummarizer.engine.port.Observation;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryRequest;

/**
 * Summaries of parts, so that a document with one changed paragraph, or one whose making broke off,
 * pays for what is new. What the caller says about caches holds for parts too.
 */
final class PartCache {

    private static final int FORMAT = 1;

    private final SummaryCache cache;
    private final Duration lifetime;
    private final Clock clock;

    PartCache(SummaryCache cache, Duration lifetime, Clock clock) {
        this.cache = cache;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    static Fingerprint key(Order order, Target target, Step step, String text, int words) {
        SummaryRequest request = order.request();
        return new FieldDigest()
                .put("part")
                .put(request.caller().tenant())
                .put(FORMAT + "/" + PromptComposer.VERSION)
                .put(step.name())
                .put(target.ref().toString())
                .put(Integer.toString(words))
                .put(order.language())
                .put(request.options().focus().orElse(""))
                .put(text)
                .fingerprint();
    }

    Optional<Note> find(Making making, Fingerprint key) {
        SummaryRequest request = making.order().request();
        if (request.cache().noCache()) {
            return Optional.empty();
        }
        Optional<Summary> found =
                cache.find(key)
                        .filter(
                                stored ->
                                        request.cache()
                                                .accepts(
                                                        Duration.between(
                                                                stored.at(), clock.instant())))
                        .map(SummaryCache.Stored::summary);
        found.ifPresent(
                part -> making.observer().observe(request, new Observation.PartFound(part)));
        return found.map(part -> new Note(part.text(), part.usage(), false));
    }

    void keep(Making making, Fingerprint key, Answer answer) {
        SummaryRequest request = making.order().request();
        if (request.cache().noStore() || lifetime.isZero()) {
            return;
        }
        Summary part =
                new Summary(
                        request.id(),
                        answer.completion().text(),
                        making.order().language(),
                        FinishReason.STOP,
                        answer.target().provider().name(),
                        answer.target().model(),
                        answer.usage(),
                        Cost.NONE,
                        CacheStatus.MISS,
                        Coverage.WHOLE,
                        List.of(),
                        false);
        cache.store(key, part, lifetime);
    }
}

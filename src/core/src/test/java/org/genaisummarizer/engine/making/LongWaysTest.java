package org.genaisummarizer.engine.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.genaisummarizer.engine.Estimate;
import org.genaisummarizer.engine.making.FakeModel.Asked;
import org.genaisummarizer.engine.making.FakeModel.Step;
import org.genaisummarizer.engine.planning.Excerpt;
import org.genaisummarizer.engine.planning.LongDocuments;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.FinishReason;
import org.genaisummarizer.model.Style;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.provider.extractive.ExtractiveShrinker;
import org.genaisummarizer.provider.extractive.LexicalRanker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The other ways to make a long document fit: one call, for a part of it. */
class LongWaysTest {

    private static final String TEXT =
            Engine.document(4_000)
                    + "\n\nThe keeper said that the lighthouse needs a new lamp before winter.\n\n"
                    + Engine.document(4_000);

    private static final SummaryOptions FOCUSED =
            new SummaryOptions(
                    Style.PARAGRAPH,
                    100,
                    Optional.empty(),
                    Optional.of("What does the lighthouse need?"),
                    Optional.empty());

    private final FakeModel model = new FakeModel("first", 4_000);
    private final FakeModel second = new FakeModel("second", 2_000);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MAP_REDUCE")
    void aShortenedDocumentIsOneCallAndSaysThatItIsNotTheWhole(LongDocuments.Way way)
            throws MakingFailedException {
        Engine engine = engine(way, model);
        Estimate estimate = engine.summarizer().estimate(engine.request(TEXT));
        Summary summary = engine.summary(engine.request(TEXT));

        assertThat(model.asked()).extracting(Asked::step).containsExactly(Step.EXCERPT);
        assertThat(summary.coverage().complete()).isFalse();
        assertThat(summary.coverage().failed()).isZero();
        assertThat(summary.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(summary.usage()).isEqualTo(model.billed());
        assertThat(estimate.calls()).isEqualTo(1);
        assertThat(estimate.chunks()).isEqualTo(summary.coverage().chunks());
        assertThat(estimate.cost().amount()).isGreaterThanOrEqualTo(summary.cost().amount());
    }

    @ParameterizedTest
    @EnumSource
    void whatFitsIsNotShortened(LongDocuments.Way way) {
        Summary summary = engine(way, model).summary(new Engine().request(Engine.document(300)));

        assertThat(model.asked()).extracting(Asked::step).containsExactly(Step.WHOLE);
        assertThat(summary.coverage().complete()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MAP_REDUCE")
    void aFallbackGetsAsMuchAsItHasRoomFor(LongDocuments.Way way) {
        model.does(
                (call, sink) -> {
                    throw new ProviderException(new Failure.ServerError(503));
                });
        Engine engine = engine(way, model, second);
        Summary summary = engine.summary(engine.request(TEXT));

        assertThat(summary.provider()).isEqualTo("second");
        assertThat(second.asked()).extracting(Asked::step).containsExactly(Step.EXCERPT);
        assertThat(second.asked().getFirst().text().length())
                .isLessThan(model.asked().getFirst().text().length() * 2 / 3);
    }

    @Test
    void aShortenedAnswerIsKeptBecauseTheSameIsLeftOutNextTime() {
        Engine engine = engine(LongDocuments.Way.TRUNCATE, model);
        engine.summary(engine.request(TEXT));

        assertThat(engine.summary(engine.request(TEXT)).cache()).isEqualTo(CacheStatus.HIT);
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void truncationSendsHeadAndTail() {
        Engine engine = engine(LongDocuments.Way.TRUNCATE, model);
        engine.summary(engine.request(TEXT));

        String sent = model.asked().getFirst().text();
        assertThat(sent)
                .startsWith(TEXT.substring(0, 200))
                .endsWith(TEXT.substring(TEXT.length() - 200));
        assertThat(sent).contains("\n" + Excerpt.GAP + "\n").doesNotContain("lighthouse");
    }

    @Test
    void withAFocusOnlyWhatBearsOnItIsSentToTheModel() {
        Engine engine = engine(LongDocuments.Way.MAP_REDUCE, model);
        Summary summary = engine.summary(engine.request(TEXT, FOCUSED));

        Asked only = model.asked().getFirst();
        assertThat(model.asked()).hasSize(1);
        assertThat(only.step()).isEqualTo(Step.EXCERPT);
        assertThat(only.text()).contains("needs a new lamp");
        assertThat(only.text().length()).isLessThan(TEXT.length() / 5);
        assertThat(only.request().prompt().instructions())
                .contains("What does the lighthouse need?");
        assertThat(summary.coverage().complete()).isFalse();
        assertThat(summary.coverage().summarized()).isLessThan(summary.coverage().chunks());
    }

    @Test
    void aFocusThatNothingBearsOnIsLookedForEverywhere() {
        Engine engine = engine(LongDocuments.Way.MAP_REDUCE, model);
        SummaryOptions options =
                new SummaryOptions(
                        Style.PARAGRAPH,
                        100,
                        Optional.empty(),
                        Optional.of("zebras"),
                        Optional.empty());
        Summary summary = engine.summary(engine.request(TEXT, options));

        assertThat(model.asked(Step.PART)).hasSizeGreaterThan(2);
        assertThat(summary.coverage().complete()).isTrue();
    }

    private static Engine engine(LongDocuments.Way way, FakeModel... models) {
        return new Engine(models)
                .with(
                        new LongDocuments(
                                way, 4, false, new ExtractiveShrinker(), new LexicalRanker()));
    }
}

package org.genaisummarizer.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.chunking.Chunk;
import org.genaisummarizer.engine.port.CompletionProvider;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.engine.prompt.Fence;
import org.genaisummarizer.engine.prompt.OutputLimit;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionChunk;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.model.SummaryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private static final TokenCounter TOKENS = new ScriptTokenCounter();
    private static final Rooms ROOMS =
            new Rooms(new PromptComposer(new Fence(new byte[32])), TOKENS);
    private static final Planner PLANNER = new Planner(TOKENS, ROOMS);

    @ParameterizedTest
    @CsvSource({
        "8000, 20000, 150, en", "8000, 200000, 12, en", "2500, 50000, 400, en",
        "900, 3000, 5, en", "128000, 900000, 5000, en", "4000, 20000, 150, th"
    })
    void everyCallHasRoomForItsTextOurWordsAndItsAnswer(
            int window, int words, int asked, String language) {
        Target target = target(window, 4_096, true);
        SummaryOptions options = SummaryOptions.DEFAULT.withMaxWords(asked);
        PartPlan plan = plan(words, options, language, target).orElseThrow();
        Rooms.Room part = ROOMS.part(target, options, language, plan.partWords());

        assertThat(plan.chunks().getFirst())
                .allMatch(
                        chunk ->
                                chunk.tokens() / 0.95 + part.instructions() + part.output()
                                        <= window);
        assertThat(3 * part.output())
                .isLessThanOrEqualTo(ROOMS.reduce(target, options, language).text());
    }

    @ParameterizedTest
    @CsvSource({"10000, 12", "20000, 23", "100000, 112"})
    void callsGrowWithTheDocumentAndNoFaster(int words, int mostCalls) {
        PartPlan plan =
                plan(words, SummaryOptions.DEFAULT, "en", target(2_000, 1_000, true)).orElseThrow();

        assertThat(plan.calls()).isGreaterThan(plan.chunkCount());
        assertThat(plan.calls() - plan.chunkCount()).isLessThanOrEqualTo(plan.chunkCount());
        assertThat(plan.chunkCount()).isLessThanOrEqualTo(mostCalls);
    }

    @Test
    void theMorePartsThereAreTheFewerWordsEachHas() {
        Target target = target(4_000, 1_000, true);
        SummaryOptions options = SummaryOptions.DEFAULT.withMaxWords(300);
        int few = plan(6_000, options, "en", target).orElseThrow().partWords();
        int many = plan(60_000, options, "en", target).orElseThrow().partWords();

        assertThat(few).isGreaterThan(many);
        assertThat(many).isGreaterThanOrEqualTo(50);
    }

    @Test
    void aModelThatAnswersShortGetsFewerWordsToWrite() {
        PartPlan plan =
                plan(20_000, SummaryOptions.DEFAULT, "en", target(8_000, 150, true)).orElseThrow();

        assertThat(OutputLimit.tokens(plan.partWords(), "en")).isLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource({"300, 1000", "600, 1000", "8000, 80"})
    void aTargetWithoutRoomToWorkInGetsNoPlan(int window, int maxOutput) {
        Target target = target(window, maxOutput, true);

        assertThat(PLANNER.hasRoom(target, SummaryOptions.DEFAULT, "en")).isFalse();
        assertThat(plan(20_000, SummaryOptions.DEFAULT, "en", target)).isEmpty();
    }

    @Test
    void whatIsNoLanguageModelHasRoomForEverything() {
        PartPlan plan =
                plan(
                                20_000,
                                SummaryOptions.DEFAULT,
                                "en",
                                target(Integer.MAX_VALUE, Integer.MAX_VALUE, false))
                        .orElseThrow();

        assertThat(plan.calls()).isEqualTo(2);
        assertThat(plan.atMost().input()).isZero();
    }

    @Test
    void whatRemainsIsPlannedAndNotTheRest() {
        String text = text(20_000);
        Target target = target(4_000, 1_000, true);
        Remainder all = Remainder.all(text, SummaryOptions.DEFAULT, "en");
        PartPlan whole = PLANNER.plan(all, target).orElseThrow();
        List<Chunk> open = whole.chunks().getFirst().subList(3, 5);
        PartPlan rest =
                PLANNER.plan(
                                new Remainder(text, open, 7, 700, SummaryOptions.DEFAULT, "en"),
                                target)
                        .orElseThrow();

        assertThat(rest.chunks()).hasSize(2);
        assertThat(rest.chunks().getFirst().getFirst().from()).isEqualTo(open.getFirst().from());
        assertThat(rest.chunks().getLast().getLast().to()).isEqualTo(open.getLast().to());
        assertThat(rest.calls()).isLessThan(whole.calls());
    }

    private static Optional<PartPlan> plan(
            int words, SummaryOptions options, String language, Target target) {
        String text = text(words);
        return PLANNER.plan(Remainder.all(text, options, language), target);
    }

    private static String text(int words) {
        return "The word and its six neighbours here. ".repeat(words / 7).strip();
    }

    private static Target target(int window, int maxOutput, boolean languageModel) {
        CompletionProvider nobody =
                new CompletionProvider() {
                    @Override
                    public String name() {
                        return "nobody";
                    }

                    @Override
                    public Completion complete(
                            CompletionRequest request, Consumer<CompletionChunk> sink) {
                        throw new AssertionError("a plan calls nobody");
                    }
                };
        return new Target(nobody, "none", window, maxOutput, Price.FREE, languageModel);
    }
}

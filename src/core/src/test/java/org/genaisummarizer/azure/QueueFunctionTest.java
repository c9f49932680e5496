package org.genaisummarizer.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.cache.MemoryResultStore;
import org.genaisummarizer.engine.OneProvider;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Samples;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueFunctionTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ManualClock clock = new ManualClock();
    private final OneProvider provider = new OneProvider();
    private final Summarizer summarizer = provider.summarizer(clock);
    private final MemoryResultStore results =
            new MemoryResultStore(1_000_000, Duration.ofHours(1), clock);

    private QueueAnswer answer(int deliveries, String body) {
        return new QueueFunction(
                        summarizer,
                        results,
                        100_000,
                        new HostLimits(Optional.empty(), 5),
                        Duration.ofSeconds(30),
                        clock)
                .answer(QueuedMessage.of(Optional.of("m1"), Optional.of("" + deliveries), body));
    }

    private static String body(String more) {
        return "{\"text\":\"" + Samples.TEXT + "\"" + more + "}";
    }

    private static JsonNode json(String text) throws Exception {
        return MAPPER.readTree(text);
    }

    @Test
    void theResultIsAnsweredAndKeptUnderItsId() throws Exception {
        QueueAnswer answer = answer(1, body(",\"id\":\"doc-7\",\"metadata\":{\"ticket\":7}"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        QueueAnswer.Done.class,
                        done -> assertThat(done.result()).contains("\"id\":\"doc-7\"", "ticket"));
        assertThat(results.find(Caller.ANONYMOUS, "doc-7")).map(Summary::id).contains("doc-7");
    }

    @Test
    void theSameMessageAgainIsAnsweredAgainAndPaidOnce() {
        assertThat(answer(1, body(""))).isInstanceOf(QueueAnswer.Done.class);
        assertThat(answer(2, body(""))).isInstanceOf(QueueAnswer.Done.class);

        assertThat(provider.calls()).isEqualTo(1);
    }

    @Test
    void whatCanNeverBeWorkedOnIsPutAsideUntouchedAtItsFirstDelivery() throws Exception {
        QueueAnswer answer = answer(1, "not \"JSON\"");

        assertThat(answer).isInstanceOf(QueueAnswer.PutAside.class);
        JsonNode letter = json(((QueueAnswer.PutAside) answer).letter());
        assertThat(letter.path("reason").asText()).isEqualTo("bad-request");
        assertThat(letter.path("detail").asText()).contains("JSON");
        assertThat(letter.path("message").asText()).isEqualTo("not \"JSON\"");
        assertThat(letter.path("deliveries").asInt()).isEqualTo(1);
    }

    @ParameterizedTest(name = "delivery {0} is the last one: {1}")
    @CsvSource({"1, false", "4, false", "5, true", "6, true"})
    void aRateLimitGivesTheMessageBackUntilTheHostWouldGiveUp(int delivery, boolean isLast)
            throws Exception {
        provider.failsWith(new Failure.RateLimited(Optional.of(Duration.ofMinutes(5))));

        QueueAnswer answer = answer(delivery, body(""));

        if (isLast) {
            JsonNode letter = json(((QueueAnswer.PutAside) answer).letter());
            assertThat(letter.path("reason").asText()).isEqualTo("rate-limited");
            assertThat(json(letter.path("message").asText()).path("text").asText())
                    .isEqualTo(Samples.TEXT);
        } else {
            assertThat(answer).isEqualTo(new QueueAnswer.GivenBack("rate-limited"));
        }
    }

    @Test
    void whatWouldNotFitIntoThePoisonQueueIsLeftToTheHost() {
        String message = "{\"text\":\"a\",\"other\":\"" + "x".repeat(65_500) + "\"}";

        assertThat(answer(5, message)).isEqualTo(new QueueAnswer.GivenBack("invalid"));
    }

    @Test
    void aResultThatWouldNotFitIntoItsQueueIsNotDone() {
        provider.says("word ".repeat(14_000));

        assertThat(answer(1, body(""))).isEqualTo(new QueueAnswer.GivenBack("result-not-sent"));
    }

    @ParameterizedTest
    @CsvSource({"doc-7, doc-7", "'a b', unnamed", "'', unnamed", ", unnamed"})
    void anIdThatIsNotFitForALogIsNone(String said, String id) {
        QueuedMessage message = QueuedMessage.of(Optional.ofNullable(said), Optional.of("0"), "");

        assertThat(message.id()).isEqualTo(id);
        assertThat(message.deliveries()).isEqualTo(1);
    }
}

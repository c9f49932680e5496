package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Received;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.Step;

/** The faults that gateways are compared by, with a first provider and a fallback. */
final class SixteenFaults {

    /**
     * Of one answer of a cold process on a busy machine, the limits that are shortened here aside.
     */
    private static final long SOON_MILLIS = 10_000;

    private SixteenFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("429 with Retry-After: 2, then fine", SixteenFaults::askedToWait),
                new Fault("429 for ever", SixteenFaults::limitedForEver),
                new Fault("500 once, then fine", SixteenFaults::failsOnce),
                new Fault("503 for ever", w -> fallsOver(w, 2, Reply.error(503, "overloaded"))),
                new Fault("reset before any byte", w -> fallsOver(w, 2, Reply.reset())),
                new Fault("accepts and never answers", SixteenFaults::silent),
                new Fault("first token after 20 s", SixteenFaults::lateFirstToken),
                new Fault("cut after 40 of 60 words", w -> restarts(w, "cut", 40, new Step.Cut())),
                new Fault(
                        "silent after 20 words",
                        w ->
                                restarts(
                                        w.set("SUMMARIZER_STALL", "1s"),
                                        "stalled",
                                        20,
                                        new Step.Hang())),
                new Fault(
                        "the tenth event is not JSON",
                        w -> restarts(w, "unusable", 9, Reply.piece("data: {\"oops\n\n"))),
                new Fault("no [DONE]", SixteenFaults::noDone),
                new Fault(
                        "context_length_exceeded",
                        w -> fallsOver(w, 1, Reply.error(400, "context_length_exceeded"))),
                new Fault("content policy violation", SixteenFaults::contentPolicy),
                new Fault("cut, and the fallback rejects prefill", SixteenFaults::noPrefill),
                new Fault("down for 60 s, then healthy", SixteenFaults::comesBack),
                new Fault("503 for ever, and the account", SixteenFaults::account));
    }

    private static void askedToWait(World world) throws Exception {
        world.primary()
                .replies(
                        Reply.error(429, "rate_limit_exceeded", "Retry-After: 2"),
                        world.healthy("prime"));

        Outcome outcome = world.ask();

        world.expectPrimary(outcome);
        assertThat(outcome.attempts()).containsExactly("rate-limited", "completed");
        List<Received> calls = world.primary().received();
        assertThat(Duration.ofNanos(calls.get(1).atNanos() - calls.get(0).atNanos()))
                .isGreaterThan(Duration.ofMillis(1_800));
    }

    private static void limitedForEver(World world) throws Exception {
        world.primary().replies(Reply.error(429, "rate_limit_exceeded", "Retry-After: 1"));

        world.expectSpare(world.ask());

        assertThat(world.primary().received()).hasSizeLessThanOrEqualTo(4);
        assertThat(world.spare().received()).hasSize(1);
    }

    private static void failsOnce(World world) throws Exception {
        world.primary().replies(Reply.error(500, "internal_error"), world.healthy("prime"));

        Outcome outcome = world.ask();

        world.expectPrimary(outcome);
        assertThat(outcome.attempts()).containsExactly("server-error", "completed");
        assertThat(world.spare().received()).isEmpty();
    }

    private static void fallsOver(World world, int calls, Reply reply) throws Exception {
        world.primary().replies(reply);

        Outcome outcome = world.ask();

        world.expectSpare(outcome);
        assertThat(world.primary().received()).hasSize(calls);
        assertThat(outcome.named("restarted")).isEmpty();
        assertThat(outcome.millis()).isLessThan(SOON_MILLIS);
    }

    private static void silent(World world) throws Exception {
        world.set("SUMMARIZER_FIRST_TOKEN", "1s");
        world.primary().replies(Reply.hang());

        Outcome outcome = world.ask();

        world.expectSpare(outcome);
        assertThat(outcome.attempts()).containsExactly("silent", "completed");
        assertThat(outcome.millis()).isBetween(1_000L, 1_000 + SOON_MILLIS);
    }

    private static void lateFirstToken(World world) throws Exception {
        Reply late =
                world.healthy("prime")
                        .with(world.dialect().firstText(), new Step.Pause(Duration.ofSeconds(20)));
        world.primary().replies(late);

        Outcome outcome = world.ask();

        world.expectSpare(outcome);
        assertThat(outcome.millis()).isLessThan(15_000);
        assertThat(world.primary().received().getFirst().wasCancelled()).isTrue();
    }

    private static void restarts(World world, String failure, int words, Step end)
            throws Exception {
        world.primary().replies(Wire.endsAfter(world.dialect(), words, end));

        Outcome outcome = world.ask();

        world.expectSpare(outcome);
        assertThat(outcome.attempts()).endsWith("completed").contains(failure);
        assertThat(outcome.millis()).isLessThan(1_000 + SOON_MILLIS);
        if (world.streams()) {
            assertThat(outcome.named("restarted")).isNotEmpty();
        }
    }

    private static void noDone(World world) throws Exception {
        // The first answer of a process takes longer than any other.
        world.expectPrimary(world.ask());
        Reply whole = world.healthy("prime");
        int withoutEnd = whole.steps().size() - 2;
        world.primary().replies(whole.after(withoutEnd, new Step.Hang()));

        Outcome outcome = world.ask();

        world.expectPrimary(outcome);
        assertThat(outcome.millis()).as("finalised at once").isLessThan(1_500);
    }

    private static void contentPolicy(World world) throws Exception {
        world.primary().replies(Reply.error(400, "content_policy_violation"));

        Outcome outcome = world.ask();

        world.expectProblem(outcome, 422, "content-rejected");
        assertThat(world.primary().received()).hasSize(1);
        assertThat(world.spare().received()).isEmpty();
    }

    private static void noPrefill(World world) throws Exception {
        world.primary().replies(Wire.endsAfter(world.dialect(), 40, new Step.Reset()));
        world.spare()
                .repliesBy(
                        request ->
                                request.body().contains("\"assistant\"")
                                        ? Reply.error(400, "prefill_not_supported")
                                        : world.healthy("spare"));

        world.expectSpare(world.ask());

        assertThat(world.spare().received()).hasSize(1);
        assertThat(world.spare().received().getFirst().body()).doesNotContain("cut0");
    }

    /** Four requests a second: for 60 s while it is down, and until it is used again. */
    private static void comesBack(World world) throws Exception {
        Outage outage = new Outage(Duration.ofSeconds(60));
        world.primary()
                .repliesBy(
                        request ->
                                outage.isOver()
                                        ? world.healthy("prime")
                                        : Reply.error(503, "overloaded"));
        world.client();
        outage.begin();
        while (!outage.isOver()) {
            world.expectSpare(world.ask());
            outage.pause(Duration.ofMillis(250));
        }
        int whileDown = world.primary().received().size();
        assertThat(whileDown).as("calls while it was down").isLessThanOrEqualTo(12);
        String first = world.ask().provider();
        while (first.equals("spare")) {
            assertThat(outage.sinceEnd()).isLessThan(Duration.ofSeconds(30));
            outage.pause(Duration.ofMillis(250));
            first = world.ask().provider();
        }
        world.expectPrimary(world.ask());
    }

    private static void account(World world) throws Exception {
        world.primary().replies(Reply.error(503, "overloaded"));
        world.set("SUMMARIZER_PROVIDER_SPARE_PRICE_INPUT", "2");
        world.set("SUMMARIZER_PROVIDER_SPARE_PRICE_OUTPUT", "8");

        Outcome outcome = world.ask();

        world.expectSpare(outcome);
        assertThat(outcome.json().path("model").asText()).isEqualTo(Dialect.MODEL);
        assertThat(outcome.attempts()).containsExactly("server-error", "server-error", "completed");
        assertThat(outcome.json().at("/cost/amount").decimalValue())
                .as("10 input and 60 output tokens")
                .isEqualByComparingTo("0.0005");
        String metrics = world.client().get("/q/metrics");
        assertThat(Metrics.sum(metrics, "gen_ai_client_token_usage_token_sum")).isEqualTo(70);
        assertThat(Metrics.sum(metrics, "summarizer_cost_usd_total", "use=\"wasted\"")).isZero();
    }
}

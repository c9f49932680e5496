package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.Step;

/** Nobody can answer: what the caller is told, and when. */
final class OutageFaults {

    private OutageFaults() {}

    static List<Fault> all() {
        return List.of(
                told("both fail", 503, "providers-unavailable", Reply.error(500, "internal")),
                told("both reset", 503, "providers-unavailable", Reply.reset()),
                told("both limit", 429, "rate-limited", limited()),
                told("both answer HTML", 502, "providers-unusable", html()),
                told("both want another key", 502, "providers-unusable", Reply.error(401, "no")),
                told(
                        "the document fits neither",
                        413,
                        "document-too-long",
                        Reply.error(400, "context_length_exceeded")),
                new Fault("both are silent until the deadline", OutageFaults::deadline),
                new Fault("both stall until the deadline", OutageFaults::stalledToTheDeadline),
                new Fault("both are refused", OutageFaults::refused),
                new Fault("both fail, and the built-in stands in", OutageFaults::degrades),
                new Fault("a named model fails, and no other is asked", OutageFaults::named));
    }

    private static Reply limited() {
        return Reply.error(429, "rate_limit", "Retry-After: 6");
    }

    private static Reply html() {
        return Reply.response(200, "text/html", "<html>It works!</html>");
    }

    private static Fault told(String name, int status, String problem, Reply reply) {
        return new Fault(
                name,
                world -> {
                    bothReply(world, reply);
                    Outcome outcome = world.ask();
                    world.expectProblem(outcome, status, problem);
                    assertThat(outcome.attempts()).hasSizeBetween(2, 6);
                    if (!world.streams()) {
                        boolean later = status == 429 || status == 503;
                        assertThat(outcome.header("retry-after").isEmpty()).isEqualTo(!later);
                    }
                    if (status == 429) {
                        world.askedToBeLeftAlone();
                    }
                });
    }

    private static void bothReply(World world, Reply reply) {
        world.primary().replies(reply);
        world.spare().replies(reply);
        world.set("SUMMARIZER_BREAKER_REST", "500ms").set("SUMMARIZER_BREAKER_FAILURES", "20");
    }

    private static void deadline(World world) throws Exception {
        world.set("SUMMARIZER_TIMEOUT", "4s");
        world.expectPrimary(world.ask());
        bothReply(world, Reply.hang());

        Outcome outcome = world.ask();

        world.expectProblem(outcome, 504, "deadline-exceeded");
        assertThat(outcome.millis()).isBetween(3_000L, 4_300L);
    }

    private static void stalledToTheDeadline(World world) throws Exception {
        world.set("SUMMARIZER_TIMEOUT", "4s");
        world.expectPrimary(world.ask());
        bothReply(world, Wire.endsAfter(world.dialect(), 20, new Step.Hang()));

        Outcome outcome = world.ask();

        assertThat(outcome.status()).isIn(502, 504);
        assertThat(outcome.millis()).isLessThan(4_300);
    }

    private static void refused(World world) throws Exception {
        world.hidesCalls();
        world.set("SUMMARIZER_BREAKER_FAILURES", "20");
        world.primary().down();
        world.spare().down();

        world.expectProblem(world.ask(), 503, "providers-unavailable");

        world.primary().up();
        world.spare().up();
    }

    private static void degrades(World world) throws Exception {
        world.hidesCalls();
        world.set("SUMMARIZER_DEGRADE", "extractive");
        bothReply(world, Reply.error(500, "internal"));
        String document = world.document().replace(World.MARKER, "Someone");

        Outcome outcome = world.client().summarize(document, world.streams());
        Outcome again = world.client().summarize(document, world.streams());

        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.provider()).isEqualTo("extractive");
        assertThat(outcome.json().path("degraded").asBoolean()).isTrue();
        assertThat(again.json().path("cache").asText()).as("it is not kept").isEqualTo("miss");
    }

    private static void named(World world) throws Exception {
        world.primary().replies(Reply.error(500, "internal"));
        String body =
                "{\"text\":\"%s\",\"model\":\"spare/spare-1\"}"
                        .formatted(world.document().strip().replace("\n", " "));
        world.spare().replies(Reply.error(500, "internal"));

        Outcome outcome = world.client().json(body, world.streams());

        world.expectProblem(outcome, 503, "providers-unavailable");
        assertThat(world.primary().received()).isEmpty();
    }
}

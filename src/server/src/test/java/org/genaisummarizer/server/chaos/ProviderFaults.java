package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.genaisummarizer.testing.provider.Step;

/** Providers that fail, lie or attack. */
final class ProviderFaults {

    private static final int MEGABYTE = 1_000_000;

    private ProviderFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(statuses());
        faults.addAll(retryAfter());
        faults.addAll(noAnswers());
        faults.addAll(attacks());
        faults.addAll(ends());
        return faults;
    }

    /** The first provider always replies so and is called so many times; the fallback answers. */
    private static Fault fallsOver(String name, int calls, Function<Dialect, Reply> reply) {
        return new Fault(
                name,
                world -> {
                    world.set("SUMMARIZER_FIRST_TOKEN", "2s").set("SUMMARIZER_STALL", "2s");
                    world.primary().replies(reply.apply(world.dialect()));
                    world.expectSpare(world.ask());
                    assertThat(world.primary().received()).hasSize(calls);
                });
    }

    private static List<Fault> statuses() {
        return List.of(
                fallsOver("401 that repeats the key", 1, d -> Reply.error(401, World.KEY)),
                fallsOver("403", 1, d -> Reply.error(403, "permission_denied")),
                fallsOver("404, no such model", 1, d -> Reply.error(404, "model_not_found")),
                fallsOver("402, no money left", 1, d -> Reply.error(402, "billing")),
                fallsOver("429, no quota left", 1, d -> Reply.error(429, "insufficient_quota")),
                fallsOver("400 that repeats the document", 1, d -> Reply.error(400, World.MARKER)),
                fallsOver("413", 1, d -> Reply.error(413, "request_too_large")),
                fallsOver("500 for ever", 2, d -> Reply.error(500, "internal")),
                fallsOver("502 in HTML", 2, d -> html(502)),
                fallsOver("504", 2, d -> Reply.error(504, "gateway_timeout")),
                fallsOver("529, overloaded", 2, d -> Reply.error(529, "overloaded_error")),
                fallsOver("a status of its own, 599", 2, d -> Reply.error(599, "who_knows")),
                new Fault("a redirect to another host", ProviderFaults::redirect));
    }

    private static Reply html(int status) {
        return Reply.response(status, "text/html", "<html><body>It works!</body></html>");
    }

    private static void redirect(World world) throws Exception {
        try (ScriptedProvider other = new ScriptedProvider()) {
            other.replies(world.healthy("foreign"));
            String location = "Location: " + other.baseUri() + "/chat/completions";
            world.primary().replies(Reply.response(307, "text/plain", "", location));

            world.expectSpare(world.ask());

            assertThat(other.received()).as("nobody follows, and no key goes there").isEmpty();
            assertThat(world.primary().received()).hasSize(1);
        }
    }

    private static List<Fault> retryAfter() {
        List<Fault> faults = new ArrayList<>();
        for (String field :
                List.of(
                        "86400",
                        "-5",
                        "Sun, 06 Nov 1994 08:49:37 GMT",
                        "soon, maybe",
                        "99999999999999999999")) {
            faults.add(
                    fallsOver(
                            "429 with Retry-After: " + field,
                            1,
                            d -> Reply.error(429, "rate_limit", "Retry-After: " + field)));
        }
        faults.add(new Fault("429 with Retry-After: 30, twice", ProviderFaults::rests));
        return faults;
    }

    private static void rests(World world) throws Exception {
        world.primary().replies(Reply.error(429, "rate_limit", "Retry-After: 30"));

        world.expectSpare(world.ask());
        world.expectSpare(world.ask());

        assertThat(world.primary().received()).as("it is left alone").hasSize(1);
    }

    private static List<Fault> noAnswers() {
        return List.of(
                fallsOver("200 with an error object", 2, d -> json("{\"error\":{\"type\":\"x\"}}")),
                fallsOver("200 with HTML", 2, d -> html(200)),
                fallsOver("200 with nothing", 2, d -> json("")),
                fallsOver("200 with an answer that is not streamed", 2, d -> json(notStreamed())),
                fallsOver("a stream without an event", 2, d -> Reply.stream(List.of())),
                fallsOver("a stream of [DONE] alone", 2, d -> onlyDone()),
                fallsOver("an answer without text", 2, d -> d.answer()),
                fallsOver("an answer of white space", 2, d -> d.answer(" ", "\n")),
                fallsOver("a finish reason that nobody knows", 1, d -> Wire.stopped(d, "because")),
                fallsOver("an error event at once", 2, d -> errorAfter(d, 0)),
                fallsOver("an error event after 20 words", 1, d -> errorAfter(d, 20)),
                fallsOver("no finish reason", 1, ProviderFaults::noFinishReason),
                fallsOver(
                        "cut in the middle of an event",
                        1,
                        d ->
                                Wire.endsAfter(
                                        d,
                                        30,
                                        Reply.piece("data: {\"choices\":[{\"delta\":{\"con"))),
                new Fault("a refusal instead of an answer", ProviderFaults::refusal));
    }

    private static Reply json(String body) {
        return Reply.response(200, "application/json", body);
    }

    private static String notStreamed() {
        return "{\"choices\":[{\"message\":{\"content\":\"foreign\"},\"finish_reason\":\"stop\"}]}";
    }

    private static Reply onlyDone() {
        return Reply.stream(List.of("data: [DONE]\n\n"));
    }

    private static Reply errorAfter(Dialect dialect, int words) {
        return Wire.goesWrongAfter(dialect, words, Wire.error(dialect, "overloaded_error"));
    }

    /** All the words, and then an orderly end. */
    private static Reply noFinishReason(Dialect dialect) {
        Reply whole = dialect.answer(Dialect.words("cut", 60));
        return whole.after(
                dialect.firstText() + 60,
                new Step.Send("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    private static void refusal(World world) throws Exception {
        world.primary().replies(Wire.stopped(world.dialect(), world.dialect().rejected()));

        world.expectProblem(world.ask(), 422, "content-rejected");

        assertThat(world.spare().received()).isEmpty();
    }

    private static List<Fault> attacks() {
        return List.of(
                fallsOver("an endless stream of text", 1, d -> endless(d, Duration.ZERO)),
                fallsOver("an endless stream of comments", 1, d -> comments()),
                fallsOver("a byte a second", 1, ProviderFaults::dripping),
                fallsOver("an event of 10 MB", 2, d -> large()),
                fallsOver("a gzip bomb", 2, d -> gzip()),
                fallsOver("headers without end", 2, d -> headers()),
                fallsOver("what is no HTTP", 2, d -> Wire.raw("SSH-2.0-OpenSSH_9.6\r\n")),
                fallsOver("a chunk of no size", 1, ProviderFaults::badChunk),
                fallsOver(
                        "fewer bytes than announced",
                        2,
                        d ->
                                Wire.raw(
                                        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                                                + "Content-Length: 1000\r\n\r\n: hello\n\n")),
                fallsOver("deeply nested JSON", 2, d -> nested()));
    }

    private static Reply endless(Dialect dialect, Duration pause) {
        Reply whole = dialect.answer(Dialect.words("cut", 60));
        Step.Send word = (Step.Send) whole.steps().get(dialect.firstText() + 1);
        return whole.after(dialect.firstText() + 1, new Step.Endless(word.bytes(), pause));
    }

    private static Reply comments() {
        return Reply.stream(List.of())
                .after(
                        1,
                        new Step.Endless(
                                ((Step.Send) Reply.piece(": keep-alive\n\n")).bytes(),
                                Duration.ofMillis(200)));
    }

    private static Reply dripping(Dialect dialect) {
        return Reply.stream(List.of())
                .after(
                        1,
                        new Step.Endless(
                                ((Step.Send) Reply.piece("d")).bytes(), Duration.ofSeconds(1)));
    }

    private static Reply large() {
        return Reply.stream(List.of("data: {\"x\":\"" + "x".repeat(10 * MEGABYTE) + "\"}\n\n"));
    }

    private static Reply gzip() {
        return Reply.response(200, "text/event-stream", "\u001f\u008b\b", "Content-Encoding: gzip");
    }

    private static Reply headers() {
        return new Reply(
                List.of(
                        new Step.Send(bytes("HTTP/1.1 200 OK\r\n")),
                        new Step.Endless(bytes("X-Padding: aaaaaaaaaaaaaaaa\r\n"), Duration.ZERO)),
                0,
                0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Reply badChunk(Dialect dialect) {
        return Wire.endsAfter(dialect, 20, new Step.Send(bytes("zzz\r\noops\r\n")));
    }

    private static Reply nested() {
        return Reply.stream(List.of("data: " + "[".repeat(100_000) + "\n\n"));
    }

    private static List<Fault> ends() {
        return List.of(
                new Fault("the answer is cut by its length limit", ProviderFaults::length),
                new Fault("the input was silently cut", ProviderFaults::silentlyCut),
                new Fault("connections are refused", ProviderFaults::refused),
                new Fault("its host has no address", ProviderFaults::noAddress),
                new Fault("it speaks no TLS", ProviderFaults::noTls),
                new Fault("counts that cannot be", ProviderFaults::nonsenseCounts));
    }

    private static void length(World world) throws Exception {
        world.primary().replies(Wire.stopped(world.dialect(), world.dialect().length()));
        String document = world.document();

        Outcome first = world.client().summarize(document, world.streams());
        Outcome second = world.client().summarize(document, world.streams());

        assertThat(first.json().path("finish_reason").asText()).isEqualTo("length");
        assertThat(second.json().path("cache").asText()).as("it is not kept").isEqualTo("miss");
        assertThat(world.primary().received()).hasSize(2);
    }

    private static void silentlyCut(World world) throws Exception {
        String document = (world.document() + "\n\n").repeat(15);

        Outcome outcome = world.client().summarize(document, world.streams());

        // Both providers of this world say that they read ten tokens of three thousand.
        assertThat(outcome.status()).isNotEqualTo(200);
        assertThat(outcome.attempts()).containsOnly("context-exceeded");
    }

    private static void refused(World world) throws Exception {
        world.hidesCalls();
        world.primary().down();

        world.expectSpare(world.ask());

        world.primary().up();
    }

    private static void noAddress(World world) throws Exception {
        world.hidesCalls();
        world.set(world.dialect() + "_BASE_URL", "http://nobody.invalid/v1");

        world.expectSpare(world.ask());
    }

    private static void noTls(World world) throws Exception {
        world.hidesCalls();
        String https = world.primary().baseUri().toString().replace("http:", "https:");
        world.set(world.dialect() + "_BASE_URL", https);

        world.expectSpare(world.ask());
    }

    private static void nonsenseCounts(World world) throws Exception {
        world.primary()
                .replies(
                        world.dialect()
                                .answer(
                                        List.of(Dialect.words("prime", 60)),
                                        world.dialect().stop(),
                                        -7,
                                        -1));

        Outcome outcome = world.ask();

        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.json().at("/usage/input_tokens").asLong()).isNotNegative();
        assertThat(outcome.json().at("/cost/amount").decimalValue()).isNotNegative();
    }
}

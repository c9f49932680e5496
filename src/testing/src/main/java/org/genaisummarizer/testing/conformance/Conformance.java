package org.genaisummarizer.testing.conformance;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What all hosts answer alike, with the built-in summarizer. A host streams or sends all events at
 * once; their order is the same. Each list has documents of its own, so none of them is in a cache.
 */
public final class Conformance {

    /** Settings that the table counts on. */
    public static final Map<String, String> SETTINGS = Map.of("SUMMARIZER_MAX_BYTES", "20000");

    private static final String PATH = "/v1/summaries";
    private static final String JSON = "application/json";
    private static final String PLAIN = "text/plain";
    private static final String EVENTS = "text/event-stream";

    private static final String SENTENCES =
            """
            The harbour board met on Tuesday to decide what becomes of the old lighthouse. \
            Its lamp has been dark since 1998, and the stair inside is no longer safe. \
            Two proposals were before the board. \
            The first would turn the tower into a museum of the town's fishing fleet. \
            The second would sell it to a hotel, which would keep the outside as it is. \
            Repairs are put at four hundred thousand euros in either case. \
            A vote was put off until the engineers have looked at the foundations. \
            """;

    private final String run = UUID.randomUUID().toString();
    private int documents;

    private Conformance() {}

    public static List<Case> cases() {
        return new Conformance().table();
    }

    private String document() {
        documents++;
        return SENTENCES + "This is document " + documents + " of " + run + ".";
    }

    private Call plain(String query) {
        return Call.post(PATH + query, PLAIN, document());
    }

    private Call json(String members) {
        return Call.post(PATH, JSON, "{\"text\":\"" + document() + "\"" + members + "}");
    }

    private List<Case> table() {
        Call asked = plain("?max_words=20");
        Call streamed = plain("?max_words=20").with("accept", EVENTS);
        Call claimed = plain("?max_words=20").with("x-summarizer-identity", "acme/alice");
        String key = UUID.randomUUID().toString();
        return List.of(
                Case.of("the simple form", 200, Call.get("/summarize?text=It+is%20short."))
                        .header("Content-Type", JSON)
                        .body("{\"summary\":\"It is short.\"}"),
                Case.of(
                                "JSON with options and metadata",
                                200,
                                json(",\"max_words\":20,\"metadata\":{\"ticket\":7}"))
                        .header("Content-Type", JSON)
                        .header("Cache-Control", "no-store")
                        .header("Cache-Status", "genai-summarizer; fwd=")
                        .body(
                                "\"id\":\"",
                                "\"summary\":\"",
                                "\"language\":\"en\"",
                                "\"finish_reason\":\"stop\"",
                                "\"usage\":{",
                                "\"cost\":{\"amount\":0,\"currency\":\"USD\"",
                                "\"cache\":\"miss\"",
                                "\"coverage\":{\"chunks\":1",
                                "\"attempts\":[{\"provider\":\"extractive\"",
                                "\"degraded\":false",
                                "\"metadata\":{\"ticket\":7}"),
                Case.of("options in the query", 200, plain("?style=bullets&max_words=40"))
                        .body("\"summary\":\"- "),
                Case.of(
                                "HTML",
                                200,
                                Call.post(PATH, "text/html", "<nav>Home</nav><p>It is short.</p>"))
                        .body("\"summary\":\"It is short.\""),
                Case.of("the same again", 200, asked, asked)
                        .header("Cache-Status", "genai-summarizer; hit")
                        .body("\"cache\":\"hit\""),
                Case.of("past the cache", 200, asked, asked.with("cache-control", "no-cache"))
                        .header("Cache-Status", "genai-summarizer; fwd=request")
                        .body("\"cache\":\"bypassed\""),
                Case.of(
                                "the cache alone",
                                504,
                                plain("?max_words=20").with("cache-control", "only-if-cached"))
                        .problem("not-cached"),
                Case.of("events", 200, streamed)
                        .header("Content-Type", EVENTS)
                        .header("Cache-Control", "no-store")
                        .body(
                                "event: started\ndata: {\"id\":\"",
                                "event: delta\ndata: {\"text\":\"",
                                "event: completed\ndata: {",
                                "\"cache\":\"miss\""),
                Case.of("events from the cache", 200, streamed, streamed)
                        .body("event: started\n", "event: delta\n", "event: completed\n", "hit"),
                Case.of(
                                "no events of a model that is none",
                                422,
                                plain("?max_words=20&model=no/body").with("accept", EVENTS))
                        .problem("unknown-model"),
                Case.of("an estimate", 200, Call.post(PATH + ":estimate", PLAIN, document()))
                        .body("\"provider\":\"extractive\"", "\"calls\":1"),
                Case.of("an encoded colon", 200, Call.post(PATH + "%3Aestimate", PLAIN, document()))
                        .body("\"calls\":1"),
                Case.of("a method that is none", 405, Call.get(PATH))
                        .problem("method-not-allowed")
                        .header("Allow", "POST"),
                Case.of("a path that is none", 404, Call.get("/v2/summaries")).problem("not-found"),
                Case.of("a result that is none", 404, Call.get(PATH + "/unknown"))
                        .problem("not-found"),
                Case.of("an id that is none", 404, Call.get(PATH + "/a%2Fb")).problem("not-found"),
                Case.of("no JSON", 400, Call.post(PATH, JSON, "{")).problem("bad-request"),
                Case.of("bytes that are no UTF-8", 400, Call.get("/summarize?text=%FF"))
                        .problem("bad-request"),
                Case.of("an unknown member", 422, json(",\"colour\":\"red\"")).problem("invalid"),
                Case.of("a bad option", 422, plain("?style=poem")).problem("invalid"),
                Case.of(
                                "a form that we cannot write",
                                406,
                                plain("?max_words=20").with("accept", "text/xml"))
                        .problem("not-acceptable"),
                Case.of("a form that we cannot read", 415, Call.post(PATH, "application/pdf", "a"))
                        .problem("unsupported-media-type"),
                Case.of("too much", 413, Call.post(PATH, PLAIN, "word ".repeat(4_001)))
                        .problem("too-large"),
                Case.of(
                                "a key that was used for another document",
                                422,
                                plain("?max_words=20").with("idempotency-key", key),
                                plain("?max_words=20").with("idempotency-key", key))
                        .problem("idempotency-conflict"),
                Case.of(
                                "a header that anybody can send is no identity",
                                200,
                                claimed,
                                claimed.with("x-summarizer-identity", "evil/mallory"))
                        .body("\"cache\":\"hit\""));
    }
}

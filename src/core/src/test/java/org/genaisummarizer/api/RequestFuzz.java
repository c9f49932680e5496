package org.genaisummarizer.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;

/**
 * A target for Jazzer: whatever a caller sends, it is a request, or a problem of the caller's. The
 * first byte chooses the form.
 */
public final class RequestFuzz {

    private static final String[] TYPES = {
        "application/json", "text/plain", "text/markdown", "text/html", "text/plain; charset=UTF-16"
    };
    private static final RequestReader READER = new RequestReader(100_000, () -> "id");
    private static final Deadline LATER = Deadline.after(Clock.systemUTC(), Duration.ofDays(1));

    private RequestFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int form = Math.floorMod(data[0], TYPES.length + 2);
        byte[] body = Arrays.copyOfRange(data, 1, data.length);
        try {
            if (form < TYPES.length) {
                HttpCall.Fields fields = new HttpCall.Fields().add("Content-Type", TYPES[form]);
                READER.post(call("", fields, body), Caller.ANONYMOUS, LATER);
            } else if (form == TYPES.length) {
                String query = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1);
                HttpCall call = call(query, new HttpCall.Fields(), new byte[0]);
                READER.get(call, Caller.ANONYMOUS, LATER);
            } else {
                String text = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1);
                HttpCall.Fields fields =
                        new HttpCall.Fields()
                                .add("Content-Type", text)
                                .add("Cache-Control", text)
                                .add("Idempotency-Key", text);
                READER.post(call("", fields, body), Caller.ANONYMOUS, LATER);
            }
        } catch (ProblemException e) {
            if (e.problem().status() >= 500) {
                throw new AssertionError("a caller made a " + e.problem().status());
            }
            ProblemJson.of(e.problem());
        }
    }

    private static HttpCall call(String query, HttpCall.Fields fields, byte[] body) {
        return new HttpCall("POST", "/v1/summaries", query, fields, body);
    }
}

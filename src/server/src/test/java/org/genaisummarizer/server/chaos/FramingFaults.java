package org.genaisummarizer.server.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.Step;

/** Every way in which a stream of events may be framed; each is an answer like any other. */
final class FramingFaults {

    private static final int BYTE = 1;
    private static final UnaryOperator<String> CRLF = body -> body.replace("\n", "\r\n");

    private FramingFaults() {}

    static List<Fault> all() {
        return List.of(
                answers("lines end with CR", d -> Wire.rewritten(d, b -> b.replace('\n', '\r'))),
                answers("lines end with CRLF", d -> Wire.rewritten(d, CRLF)),
                answers("CRLF split between packets", d -> Wire.inPieces(d, BYTE, CRLF)),
                answers("one byte at a time", d -> Wire.inPieces(d, BYTE, body -> body)),
                answers("seven bytes at a time", d -> Wire.inPieces(d, 7, body -> body)),
                answers("a byte order mark", d -> Wire.rewritten(d, body -> "\uFEFF" + body)),
                answers(
                        "comments between the events",
                        d ->
                                Wire.rewritten(
                                        d, body -> body.replace("\n\n", "\n\n: ping\n\n:\n\n"))),
                answers(
                        "fields that nobody knows",
                        d ->
                                Wire.rewritten(
                                        d,
                                        b ->
                                                b.replace(
                                                        "data: ",
                                                        "id: 7\nretry: 10\nwhat\ndata: "))),
                answers(
                        "no space after the colon",
                        d -> Wire.rewritten(d, body -> body.replace("data: ", "data:"))),
                answers(
                        "data over two lines",
                        d -> Wire.rewritten(d, body -> body.replace("data: {", "data: {\ndata: "))),
                answers("a pause in the middle", FramingFaults::pausing),
                answers("the connection closed right behind it", FramingFaults::closing),
                answers("all in one packet", d -> Wire.rewritten(d, body -> body)));
    }

    private static Fault answers(String name, Function<Dialect, Reply> reply) {
        return new Fault(
                name,
                world -> {
                    world.primary().replies(reply.apply(world.dialect()));
                    world.expectPrimary(world.ask());
                });
    }

    private static Reply pausing(Dialect dialect) {
        Reply whole = dialect.answer(Dialect.words("prime", 60));
        return whole.with(dialect.firstText() + 30, new Step.Pause(Duration.ofSeconds(1)));
    }

    /** As HTTP/1.0 does it: no length, no chunks, the end of the connection is the end. */
    private static Reply closing(Dialect dialect) {
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
        String body = String.join("", Wire.pieces(dialect));
        return new Reply(
                List.of(
                        new Step.Send((head + body).getBytes(StandardCharsets.UTF_8)),
                        new Step.Cut()),
                10,
                60);
    }
}

package org.genaisummarizer.server.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.Step;

/** Replies that are wrong, or right in an unusual way. */
final class Wire {

    private static final int WORDS = 60;

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private Wire() {}

    /** An answer whose stream ends after so many words, by this step. */
    static Reply endsAfter(Dialect dialect, int words, Step end) {
        Reply whole = dialect.answer(Dialect.words("cut", WORDS));
        // What was said before has been heard by then.
        return whole.after(dialect.firstText() + words, new Step.Pause(A_MOMENT), end);
    }

    /** An answer with this event after so many words, and nothing behind it. */
    static Reply goesWrongAfter(Dialect dialect, int words, String event) {
        Reply whole = dialect.answer(Dialect.words("cut", WORDS));
        return whole.after(
                dialect.firstText() + words,
                Reply.piece(event),
                new Step.Send("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    /** A whole answer of the usual words, its body written otherwise. */
    static Reply rewritten(Dialect dialect, UnaryOperator<String> rewrite) {
        return stream(List.of(rewrite.apply(String.join("", pieces(dialect)))));
    }

    /** A whole answer of the usual words, its body cut into pieces of so many characters. */
    static Reply inPieces(Dialect dialect, int length, UnaryOperator<String> rewrite) {
        String body = rewrite.apply(String.join("", pieces(dialect)));
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < body.length(); i += length) {
            pieces.add(body.substring(i, Math.min(body.length(), i + length)));
        }
        return stream(pieces);
    }

    private static Reply stream(List<String> pieces) {
        return Reply.stream(pieces).billing(10, WORDS);
    }

    static List<String> pieces(Dialect dialect) {
        return dialect.pieces(List.of(Dialect.words("prime", WORDS)), dialect.stop(), 10, WORDS);
    }

    /** An event that reports an error in the dialect's way. */
    static String error(Dialect dialect, String type) {
        String error = "\"error\":{\"type\":\"" + type + "\",\"message\":\"" + type + "\"}";
        return dialect == Dialect.OPENAI
                ? "data: {" + error + "}\n\n"
                : "event: error\ndata: {\"type\":\"error\"," + error + "}\n\n";
    }

    /** An answer that stopped for this reason. */
    static Reply stopped(Dialect dialect, String reason) {
        return dialect.answer(List.of(Dialect.words("prime", WORDS)), reason, 10, WORDS);
    }

    /** A status that an HTTP client has no form for, and what stands behind it. */
    static Reply raw(String response) {
        return Reply.raw(response.getBytes(StandardCharsets.ISO_8859_1));
    }
}

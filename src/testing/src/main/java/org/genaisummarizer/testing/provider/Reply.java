package org.genaisummarizer.testing.provider;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a provider does with one request: steps in their order.
 *
 * @param inputTokens what it bills for the request, once it has said so
 * @param outputTokens what it bills for its answer
 */
public record Reply(List<Step> steps, long inputTokens, long outputTokens) {

    public Reply {
        steps = List.copyOf(steps);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A response that is not streamed. */
    public static Reply response(int status, String contentType, String body, String... headers) {
        String head =
                head(status, contentType, headers)
                        + "Content-Length: "
                        + bytes(body).length
                        + "\r\n\r\n";
        return new Reply(List.of(new Step.Send(bytes(head + body))), 0, 0);
    }

    /** An error as OpenAI writes it; most others write it so too. */
    public static Reply error(int status, String code, String... headers) {
        String json =
                "{\"error\":{\"message\":\""
                        + code
                        + "\",\"type\":\""
                        + code
                        + "\",\"code\":\""
                        + code
                        + "\"}}";
        return response(status, "application/json", json, headers);
    }

    /** Takes the request and says nothing. */
    public static Reply hang() {
        return new Reply(List.of(new Step.Hang()), 0, 0);
    }

    /** Resets the connection before any byte. */
    public static Reply reset() {
        return new Reply(List.of(new Step.Reset()), 0, 0);
    }

    /** Bytes as they are, and then the end of the connection. */
    public static Reply raw(byte[] bytes) {
        return new Reply(List.of(new Step.Send(bytes), new Step.Cut()), 0, 0);
    }

    /** A streamed response, one chunk of HTTP's for each piece. */
    public static Reply stream(List<String> pieces) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step.Send(
                        bytes(
                                head(200, "text/event-stream")
                                        + "Transfer-Encoding: chunked\r\n\r\n")));
        for (String piece : pieces) {
            steps.add(piece(piece));
        }
        steps.add(new Step.Send(bytes("0\r\n\r\n")));
        return new Reply(steps, 0, 0);
    }

    private static String head(int status, String contentType, String... headers) {
        StringBuilder head =
                new StringBuilder(
                        "HTTP/1.1 "
                                + status
                                + " Scripted\r\nContent-Type: "
                                + contentType
                                + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    /** A chunk of HTTP's with this text in it, for use with {@link #with} and {@link #after}. */
    public static Step piece(String text) {
        return piece(bytes(text));
    }

    /** A chunk of HTTP's with these bytes in it. */
    public static Step piece(byte[] data) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(bytes(Integer.toHexString(data.length) + "\r\n"));
        chunk.writeBytes(data);
        chunk.writeBytes(bytes("\r\n"));
        return new Step.Send(chunk.toByteArray());
    }

    public Reply billing(long input, long output) {
        return new Reply(steps, input, output);
    }

    /** The first so many steps, and then these instead of the rest. */
    public Reply after(int kept, Step... others) {
        List<Step> changed = new ArrayList<>(steps.subList(0, Math.min(kept, steps.size())));
        changed.addAll(List.of(others));
        return new Reply(changed, inputTokens, outputTokens);
    }

    /** A step put in before the one with this number. */
    public Reply with(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.add(index, step);
        return new Reply(changed, inputTokens, outputTokens);
    }

    /** The same, waiting before its first byte. */
    public Reply delayed(Duration time) {
        return with(0, new Step.Pause(time));
    }
}

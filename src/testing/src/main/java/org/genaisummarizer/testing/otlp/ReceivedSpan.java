package org.genaisummarizer.testing.otlp;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A span as it was exported. Numbers are those of {@code opentelemetry/proto/trace/v1/trace.proto}.
 *
 * @param parentId empty for one that has none
 * @param kind 1 internal, 2 server, 3 client
 * @param attributes their values as text, those of lists with commas between
 * @param failed whether its status is an error
 */
public record ReceivedSpan(
        String service,
        String name,
        String traceId,
        String spanId,
        String parentId,
        int kind,
        long startNanos,
        long endNanos,
        Map<String, String> attributes,
        boolean failed) {

    private static final long ERROR = 2;

    static List<ReceivedSpan> all(byte[] request) {
        return Message.read(request).messages(1).stream().flatMap(ReceivedSpan::resource).toList();
    }

    private static Stream<ReceivedSpan> resource(Message resource) {
        String service =
                resource.messages(1).stream()
                        .map(attributes -> attributes(attributes, 1))
                        .map(attributes -> attributes.getOrDefault("service.name", ""))
                        .findFirst()
                        .orElse("");
        return resource.messages(2).stream()
                .flatMap(scope -> scope.messages(2).stream())
                .map(span -> span(service, span));
    }

    private static ReceivedSpan span(String service, Message span) {
        return new ReceivedSpan(
                service,
                span.text(5),
                span.hex(1),
                span.hex(2),
                span.hex(4),
                (int) span.number(6),
                span.number(7),
                span.number(8),
                attributes(span, 9),
                span.messages(15).stream().anyMatch(status -> status.number(3) == ERROR));
    }

    private static Map<String, String> attributes(Message holder, int number) {
        Map<String, String> attributes = new TreeMap<>();
        for (Message attribute : holder.messages(number)) {
            attributes.put(
                    attribute.text(1),
                    attribute.messages(2).stream().map(ReceivedSpan::value).findFirst().orElse(""));
        }
        return attributes;
    }

    private static String value(Message value) {
        if (value.has(1)) {
            return value.text(1);
        }
        if (value.has(4)) {
            return Double.toString(Double.longBitsToDouble(value.number(4)));
        }
        if (value.has(5)) {
            return String.join(
                    ",",
                    value.messages(5).stream()
                            .flatMap(list -> list.messages(1).stream())
                            .map(ReceivedSpan::value)
                            .toList());
        }
        return Long.toString(value.has(2) ? value.number(2) : value.number(3));
    }
}

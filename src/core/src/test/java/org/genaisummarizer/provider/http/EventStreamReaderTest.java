package org.genaisummarizer.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.provider.http.EventStreamReader.TooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventStreamReaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    data: a\\n\\n                     | message=a
                    data:a\\n\\n                      | message=a
                    data:  a\\n\\n                    | message= a
                    data: a\\ndata: b\\n\\n           | message=a/b
                    data\\n\\n                        | message=
                    event: e\\ndata: a\\n\\n          | e=a
                    data: a\\nevent: e\\n\\n          | e=a
                    event: e\\n\\ndata: a\\n\\n       | message=a
                    data: a\\r\\rdata: b\\r\\r        | message=a message=b
                    data: a\\r\\n\\r\\ndata: b\\n\\r  | message=a message=b
                    \\uFEFFdata: a\\n\\n              | message=a
                    data: a\\n\\n\\uFEFFdata: b\\n\\n | message=a
                    : a comment\\ndata: a\\n\\n       | message=a
                    id: 7\\nretry: 1\\ndata: a\\n\\n  | message=a
                    nonsense\\ndata: a\\n\\n          | message=a
                    data: a\\n\\ndata: cut            | message=a
                    data: a\\n\\ndata: cut\\n         | message=a
                    \\n\\n\\n                         | ''
                    """)
    void aStreamIsReadAsTheStandardSays(String escaped, String events) throws IOException {
        byte[] bytes = unescaped(escaped).getBytes(StandardCharsets.UTF_8);

        assertThat(read(new ByteArrayInputStream(bytes))).isEqualTo(events);
        assertThat(read(new OneByteAtATime(bytes))).as("one byte at a time").isEqualTo(events);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\uFEFF", "\uFEFF");
    }

    private static String read(InputStream in) throws IOException {
        EventStreamReader reader = new EventStreamReader(in, 1_000, 10_000);
        List<String> events = new ArrayList<>();
        for (Optional<ServerSentEvent> event = reader.next();
                event.isPresent();
                event = reader.next()) {
            events.add(event.get().name() + "=" + event.get().data().replace('\n', '/'));
        }
        return String.join(" ", events);
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() throws IOException {
        byte[] bytes = {'d', 'a', 't', 'a', ':', (byte) 0xC3, 'x', '\n', '\n'};

        assertThat(read(new ByteArrayInputStream(bytes))).isEqualTo("message=\uFFFDx");
    }

    @Test
    void anEventBeyondItsLimitIsRefusedAndOneAtItIsNot() throws IOException {
        EventStreamReader small = reader("data: " + "x".repeat(94) + "\n\n", 100, 1_000);
        EventStreamReader line = reader("data: " + "x".repeat(95) + "\n\n", 100, 1_000);
        EventStreamReader lines = reader("data: xxxxxxxxx\n".repeat(11), 100, 1_000);

        assertThat(small.next()).isPresent();
        assertThatThrownBy(line::next).isInstanceOf(TooLargeException.class);
        assertThatThrownBy(lines::next).isInstanceOf(TooLargeException.class);
    }

    @Test
    void aStreamBeyondItsLimitIsRefused() {
        EventStreamReader reader = reader(":\n".repeat(10_000), 100, 10_000);

        assertThatThrownBy(reader::next).isInstanceOf(TooLargeException.class);
    }

    private static EventStreamReader reader(String text, int mostEventBytes, long mostBytes) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new EventStreamReader(new ByteArrayInputStream(bytes), mostEventBytes, mostBytes);
    }

    private static final class OneByteAtATime extends ByteArrayInputStream {

        private OneByteAtATime(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(1, length));
        }
    }
}

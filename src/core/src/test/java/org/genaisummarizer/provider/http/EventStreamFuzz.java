package org.genaisummarizer.provider.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.provider.http.EventStreamReader.TooLargeException;

/**
 * A target for Jazzer: whatever a provider sends, the reader gives events or says that it is too
 * much, and how the bytes come in makes no difference.
 */
public final class EventStreamFuzz {

    private static final int MOST_EVENT_BYTES = 1_000;
    private static final int MOST_BYTES = 10_000;

    private EventStreamFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        List<ServerSentEvent> whole = read(new ByteArrayInputStream(data));
        List<ServerSentEvent> dripping = read(new Dripping(data));
        if (!whole.equals(dripping)) {
            throw new AssertionError("the events depend on how the bytes come in");
        }
    }

    private static List<ServerSentEvent> read(InputStream in) throws IOException {
        EventStreamReader reader = new EventStreamReader(in, MOST_EVENT_BYTES, MOST_BYTES);
        List<ServerSentEvent> events = new ArrayList<>();
        try {
            Optional<ServerSentEvent> event = reader.next();
            while (event.isPresent()) {
                events.add(event.get());
                event = reader.next();
            }
        } catch (TooLargeException e) {
            // How far it came before it knew depends on the pieces; what it says does not.
            return List.of();
        }
        return events;
    }

    private static final class Dripping extends ByteArrayInputStream {

        private Dripping(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(1, length));
        }
    }
}

package org.genaisummarizer.api;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** What a host does with a call. */
public sealed interface Reply {

    /**
     * For a host that sends answers whole; blocks until this one is. Of a stream it has all events,
     * in their order.
     */
    HttpAnswer whole();

    /** The answer is there. */
    record Ready(HttpAnswer answer) implements Reply {
        @Override
        public HttpAnswer whole() {
            return answer;
        }
    }

    /**
     * The answer has to be worked for; {@code work} blocks and belongs on a virtual thread.
     * Interrupting it cancels.
     */
    record Work(Blocking work) implements Reply {
        @Override
        public HttpAnswer whole() {
            return work.answer();
        }
    }

    /**
     * The answer comes piece by piece; {@code body} blocks and belongs on a virtual thread.
     * Interrupting it cancels.
     */
    record Stream(List<Header> headers, Body body) implements Reply {
        @Override
        public HttpAnswer whole() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            body.writeTo(bytes::writeBytes);
            return new HttpAnswer(200, headers, bytes.toByteArray());
        }
    }

    /** Works for an answer. */
    @FunctionalInterface
    interface Blocking {
        HttpAnswer answer();
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Body {
        void writeTo(ByteSink sink);
    }

    /** Takes the bytes of a body on their way to the caller. */
    @FunctionalInterface
    interface ByteSink {

        /**
         * Blocks while the caller takes no more.
         *
         * @throws java.io.UncheckedIOException if the caller is gone
         */
        void write(byte[] bytes);
    }
}

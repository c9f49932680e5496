package org.genaisummarizer.lambda.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Chunked transfer coding (RFC 9112, section 7.1): a chunk for each flush, and whenever the buffer
 * is full. Closing it sends the last chunk.
 */
final class ChunkedBody extends OutputStream {

    private static final int CHUNK_BYTES = 8_192;
    private static final byte[] END_OF_CHUNK = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

    private final OutputStream out;
    private final Ended ended;
    private final byte[] buffer = new byte[CHUNK_BYTES];
    private int count;
    private boolean closed;

    /** What is to be done after the last chunk. */
    interface Ended {
        void run() throws IOException;
    }

    ChunkedBody(OutputStream out, Ended ended) {
        this.out = out;
        this.ended = ended;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, CHUNK_BYTES - count);
            System.arraycopy(bytes, from, buffer, count, part);
            count += part;
            from += part;
            left -= part;
            if (count == CHUNK_BYTES) {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (count == 0) {
            // An empty chunk would be the last one.
            return;
        }
        byte[] size = (Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] chunk = new byte[size.length + count + END_OF_CHUNK.length];
        System.arraycopy(size, 0, chunk, 0, size.length);
        System.arraycopy(buffer, 0, chunk, size.length, count);
        System.arraycopy(END_OF_CHUNK, 0, chunk, size.length + count, END_OF_CHUNK.length);
        count = 0;
        out.write(chunk);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            flush();
            out.write(LAST_CHUNK);
        } catch (IOException e) {
            // A socket's stream closes the socket.
            out.close();
            throw e;
        }
        ended.run();
    }
}

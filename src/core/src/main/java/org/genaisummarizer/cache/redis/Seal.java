package org.genaisummarizer.cache.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Wraps what is stored so that it is known again: a mark, a checksum over the key and the content,
 * the content. What was cut, changed, written by somebody else or moved to another key is not ours.
 */
final class Seal {

    private static final int MARK = 0x67735331;
    private static final int HEAD_BYTES = 2 * Integer.BYTES;

    private Seal() {}

    static byte[] close(String key, byte[] content) {
        return ByteBuffer.allocate(HEAD_BYTES + content.length)
                .putInt(MARK)
                .putInt(checksum(key, content))
                .put(content)
                .array();
    }

    /** The content; nothing if it is not what was stored under this key. */
    static Optional<byte[]> open(String key, byte[] sealed) {
        if (sealed.length < HEAD_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        int mark = buffer.getInt();
        int checksum = buffer.getInt();
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        boolean ours = mark == MARK && checksum == checksum(key, content);
        return ours ? Optional.of(content) : Optional.empty();
    }

    private static int checksum(String key, byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(key.getBytes(StandardCharsets.UTF_8));
        checksum.update(content);
        return (int) checksum.getValue();
    }
}

package org.genaisummarizer.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes bytes strictly: what is no text in its charset is refused instead of being read with
 * holes in it.
 */
final class Text {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Text() {}

    /**
     * @throws ProblemException if the bytes are malformed
     */
    static String decode(byte[] bytes, Charset charset) throws ProblemException {
        try {
            String text =
                    isAscii(bytes) && charset.equals(StandardCharsets.UTF_8)
                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                            : charset.newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    Problems.badRequest("the body must be well-formed " + charset.name()));
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}

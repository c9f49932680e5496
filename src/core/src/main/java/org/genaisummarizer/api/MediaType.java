package org.genaisummarizer.api;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/**
 * A Content-Type field (RFC 9110, section 8.3).
 *
 * @param name type and subtype in lower case
 * @param charset UTF-8 where none is given
 */
record MediaType(String name, Charset charset) {

    /**
     * @throws ProblemException if the charset is not known here
     */
    static MediaType parse(String field) throws ProblemException {
        String[] parts = field.split(";", -1);
        Charset charset = StandardCharsets.UTF_8;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.regionMatches(true, 0, "charset=", 0, 8)) {
                charset = charset(parameter.substring(8).strip());
            }
        }
        return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), charset);
    }

    private static Charset charset(String value) throws ProblemException {
        String name =
                value.startsWith("\"") && value.endsWith("\"") && value.length() > 1
                        ? value.substring(1, value.length() - 1)
                        : value;
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ProblemException(Problems.unsupportedMediaType());
        }
    }
}

package org.genaisummarizer.lambda.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Events as AWS documents them, in files beside this class. */
public final class Events {

    private Events() {}

    /** The event of that name, without its {@code .json}. */
    public static String named(String name) {
        try (InputStream in = Events.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new AssertionError("there is no event " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

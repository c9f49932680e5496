package org.genaisummarizer.lambda.runtime;

import java.io.IOException;
import java.io.OutputStream;

/** Where the answer to one invocation goes; one of the two methods is called, once. */
public interface Reply {

    /** The whole answer at once. */
    void send(byte[] json) throws IOException;

    /**
     * An answer in pieces, each of which the platform passes on when flushed. Closing it ends the
     * answer.
     *
     * @param contentType what the platform is to make of the bytes
     */
    OutputStream stream(String contentType) throws IOException;
}

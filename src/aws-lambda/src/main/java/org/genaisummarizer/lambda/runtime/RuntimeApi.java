package org.genaisummarizer.lambda.runtime;

import java.io.IOException;

/** The platform's side of a function, version 2018-06-01. */
public interface RuntimeApi {

    /** Waits for the next invocation, which may take days. */
    Invocation next() throws IOException;

    Reply replyTo(Invocation invocation);

    /** Reports an invocation that has no answer. */
    void fail(Invocation invocation, ErrorReport error) throws IOException;

    /** Reports that the function cannot start. */
    void failInit(ErrorReport error) throws IOException;
}

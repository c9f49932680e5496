package org.genaisummarizer.lambda.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * Names the invocation that the process works on. There is one at a time, so lines of every thread
 * belong to it.
 */
public final class CurrentInvocation {

    private volatile @Nullable String requestId;

    public void begin(String id) {
        requestId = id;
    }

    /** Nothing during init. */
    @Nullable String requestId() {
        return requestId;
    }
}

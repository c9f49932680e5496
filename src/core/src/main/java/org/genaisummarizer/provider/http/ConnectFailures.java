package org.genaisummarizer.provider.http;

import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.genaisummarizer.model.Failure;
import org.jspecify.annotations.Nullable;

/** What it means that no response came at all. */
final class ConnectFailures {

    private ConnectFailures() {}

    static Failure.OfProvider of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || isConnectTimeout(cause)) {
                return new Failure.Silent();
            }
        }
        return new Failure.Unreachable();
    }

    private static boolean isConnectTimeout(Throwable cause) {
        return cause instanceof ConnectException
                && cause.getClass().getSimpleName().contains("Timeout");
    }
}

package org.genaisummarizer.testing.provider;

import java.time.Duration;

/** One thing that a provider does while it answers. */
public sealed interface Step {

    /** Sends bytes, as they are. */
    record Send(byte[] bytes) implements Step {}

    /** Sends nothing for so long, or until the client leaves. */
    record Pause(Duration time) implements Step {}

    /** Sends nothing any more, until the client leaves. */
    record Hang() implements Step {}

    /** Closes the connection in an orderly way. */
    record Cut() implements Step {}

    /** Resets the connection (RST). */
    record Reset() implements Step {}

    /** Sends the same bytes again and again, with a pause after each, until the client leaves. */
    record Endless(byte[] bytes, Duration pause) implements Step {}
}

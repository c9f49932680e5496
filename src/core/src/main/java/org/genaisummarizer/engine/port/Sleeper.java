package org.genaisummarizer.engine.port;

import java.time.Duration;

/** Waits; injected, so that tests do not. */
@FunctionalInterface
public interface Sleeper {

    Sleeper SYSTEM = Thread::sleep;

    void sleep(Duration time) throws InterruptedException;
}

package org.genaisummarizer.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.genaisummarizer.app.Settings;
import sun.misc.Signal;

/** Runs the server until it is told to stop, and then for as long as its requests need. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private final InFlight inFlight;
    private final Settings settings;
    private final AtomicBoolean stopping = new AtomicBoolean();

    Main(InFlight inFlight, Settings settings) {
        this.inFlight = inFlight;
        this.settings = settings;
    }

    @Override
    public int run(String... arguments) {
        // Quarkus' own answer to a signal closes every connection at once.
        for (String signal : List.of("TERM", "INT")) {
            Signal.handle(new Signal(signal), told -> stop());
        }
        Quarkus.waitForExit();
        return 0;
    }

    /**
     * The server still takes connections while it drains, so that requests in flight end well and
     * new ones are told to go elsewhere. A second signal ends that.
     */
    private void stop() {
        if (stopping.compareAndSet(false, true)) {
            try {
                inFlight.drain(settings.drain());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Quarkus.asyncExit(0);
    }
}

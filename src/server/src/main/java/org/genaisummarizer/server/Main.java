package org.genaisummarizer.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.genaisummarizer.app.Settings;

/** Runs the server until it is told to stop, and then for as long as its requests need. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private final InFlight inFlight;
    private final Settings settings;

    Main(InFlight inFlight, Settings settings) {
        this.inFlight = inFlight;
        this.settings = settings;
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        Quarkus.waitForExit();
        // The server still takes connections here, so that requests in flight end well and new ones
        // are told to go elsewhere.
        inFlight.drain(settings.drain());
        return 0;
    }
}

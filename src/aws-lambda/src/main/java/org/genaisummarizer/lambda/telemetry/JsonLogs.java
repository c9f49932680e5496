package org.genaisummarizer.lambda.telemetry;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** Gives the console of the log the platform's form. */
public final class JsonLogs {

    private JsonLogs() {}

    /**
     * @param loggers with handlers of their own, beside the root's
     */
    public static void turnOn(CurrentInvocation invocation, String... loggers) {
        LogLine line = new LogLine(invocation);
        for (Handler handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
            handler.setFormatter(line);
        }
        for (String name : loggers) {
            for (Handler handler : Logger.getLogger(name).getHandlers()) {
                handler.setFormatter(line);
            }
        }
    }
}

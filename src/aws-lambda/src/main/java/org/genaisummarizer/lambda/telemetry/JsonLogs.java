package org.genaisummarizer.lambda.telemetry;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;

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

    /** Prints an error where the log is not open yet, or no more. */
    public static void print(Class<?> where, String message) {
        ExtLogRecord entry = new ExtLogRecord(Level.ERROR, message, where.getName());
        entry.setLoggerName(where.getName());
        System.out.print(new LogLine(new CurrentInvocation()).format(entry));
        System.out.flush();
    }
}

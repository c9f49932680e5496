package org.genaisummarizer.lambda.telemetry;

import java.io.IOException;
import java.util.function.Consumer;
import org.genaisummarizer.lambda.runtime.Handler;
import org.genaisummarizer.lambda.runtime.Invocation;
import org.genaisummarizer.lambda.runtime.Reply;

/**
 * Names the invocation in the log while it lasts, and writes what was measured once its answer is
 * on its way: afterwards the process may be frozen.
 */
public final class ObservedHandler implements Handler {

    private final Handler handler;
    private final CurrentInvocation current;
    private final EmfRegistry registry;
    private final Consumer<String> lines;

    public ObservedHandler(
            Handler handler,
            CurrentInvocation current,
            EmfRegistry registry,
            Consumer<String> lines) {
        this.handler = handler;
        this.current = current;
        this.registry = registry;
        this.lines = lines;
    }

    @Override
    public void handle(Invocation invocation, Reply reply)
            throws IOException, InterruptedException {
        current.begin(invocation.requestId());
        try {
            handler.handle(invocation, reply);
        } finally {
            registry.lines().forEach(lines);
        }
    }
}

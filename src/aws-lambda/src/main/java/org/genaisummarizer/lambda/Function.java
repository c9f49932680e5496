package org.genaisummarizer.lambda;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.app.ConfigurationException;
import org.genaisummarizer.lambda.runtime.Handler;
import org.genaisummarizer.lambda.runtime.HttpRuntimeApi;
import org.genaisummarizer.lambda.runtime.RuntimeLoop;
import org.genaisummarizer.lambda.telemetry.CurrentInvocation;
import org.genaisummarizer.lambda.telemetry.EmfRegistry;
import org.genaisummarizer.lambda.telemetry.JsonLogs;
import org.genaisummarizer.lambda.telemetry.ObservedHandler;

/** Does in init what can be done before the first event, and then serves events until the end. */
public final class Function implements QuarkusApplication {

    static final String RUNTIME_API = "AWS_LAMBDA_RUNTIME_API";

    private static final Logger LOG = System.getLogger(Function.class.getName());
    private static final String REQUESTS = "org.genaisummarizer.request";
    private static final int GONE = 1;

    private final Config config;
    private final Handlers handlers;
    private final WarmUp warmUp;
    private final EmfRegistry registry;

    Function(Config config, Handlers handlers, WarmUp warmUp, EmfRegistry registry) {
        this.config = config;
        this.handlers = handlers;
        this.warmUp = warmUp;
        this.registry = registry;
    }

    @Override
    public int run(String... arguments) {
        CurrentInvocation current = new CurrentInvocation();
        JsonLogs.turnOn(current, REQUESTS);
        HttpRuntimeApi api = new HttpRuntimeApi(runtimeApi());
        Handler handler =
                new ObservedHandler(handlers.chosen(), current, registry, System.out::println);
        warmUp.run();
        RuntimeLoop loop = new RuntimeLoop(api, handler);
        // Not on this thread, which has to end when the process is told to.
        Thread.ofPlatform().daemon().name("invocations").start(() -> serve(loop));
        Quarkus.waitForExit();
        return 0;
    }

    private String runtimeApi() {
        return config.getOptionalValue(RUNTIME_API, String.class)
                .filter(authority -> !authority.isBlank())
                .orElseThrow(
                        () ->
                                new ConfigurationException(
                                        RUNTIME_API
                                                + " must be set, which AWS Lambda does for the functions that it runs"));
    }

    private static void serve(RuntimeLoop loop) {
        try {
            loop.run();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the runtime API cannot be reached any more");
        }
        Quarkus.asyncExit(GONE);
    }
}

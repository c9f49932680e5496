package org.genaisummarizer.server.functions;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.api.HttpCall;
import org.genaisummarizer.api.ProblemException;
import org.genaisummarizer.api.ProblemJson;
import org.genaisummarizer.api.Reply;
import org.genaisummarizer.app.Settings;
import org.genaisummarizer.azure.HostLimits;
import org.genaisummarizer.azure.QueueFunction;
import org.genaisummarizer.azure.QueuedMessage;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.port.ResultStore;

/** Takes the invocations of the queue's function, while a Functions host has started the server. */
@Singleton
public final class CustomHandler {

    /** The platform's own variable; it is set for custom handlers and for nobody else. */
    static final String PORT = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /** The function's name, which is the name of its folder in {@code infra/azure}. */
    static final String FUNCTION = "queue";

    /** The names of its bindings, as its {@code function.json} has them. */
    static final String TRIGGER = "message";

    static final String RESULTS = "results";
    static final String POISON = "poison";

    /**
     * A message of 64 KB, each character escaped twice, and its members once more as properties.
     */
    private static final long BYTES_OF_AN_INVOCATION = 2_000_000;

    /**
     * Of requests from outside, that the host passes on: it puts the first on each of them, the
     * others come from the platform's front ends. It puts none on its own invocations.
     */
    private static final List<String> FROM_OUTSIDE =
            List.of("x-ms-invocation-id", "X-Forwarded-For", "X-Original-For");

    private final boolean isOn;
    private final HostLimits limits;
    private final Settings settings;
    private final QueueFunction function;

    CustomHandler(
            Config config,
            Settings settings,
            Summarizer summarizer,
            ResultStore results,
            Clock clock) {
        this.isOn =
                config.getOptionalValue(PORT, String.class)
                        .filter(port -> !port.isBlank())
                        .isPresent();
        // The host starts us in the folder that has it.
        this.limits = isOn ? HostLimits.read(Path.of("host.json")) : HostLimits.UNKNOWN;
        this.settings = settings;
        this.function =
                new QueueFunction(
                        summarizer,
                        results,
                        settings.maxBytes(),
                        limits,
                        settings.timeout(),
                        clock);
    }

    /**
     * Whether it is the host that asks, and for the function. A caller from outside gets the same
     * answer for that path as for any other that is not there.
     *
     * @param hasField whether the request has a header field of that name
     */
    public boolean takes(String method, String path, Predicate<String> hasField) {
        return isOn
                && method.equals("POST")
                && path.equals("/" + FUNCTION)
                && FROM_OUTSIDE.stream().noneMatch(hasField);
    }

    /** Of an invocation's body; the message in it has the limit of every document. */
    public long mostBytes() {
        return Math.max(settings.maxBytes(), BYTES_OF_AN_INVOCATION);
    }

    /** How long a request may take. */
    public Duration time() {
        return limits.time(settings.timeout());
    }

    /** Takes an invocation. Does not block. */
    public Reply accept(HttpCall invocation) {
        try {
            QueuedMessage message = InvocationJson.read(invocation.body(), TRIGGER);
            return new Reply.Work(() -> AnswerJson.of(function.answer(message)));
        } catch (ProblemException e) {
            return new Reply.Ready(ProblemJson.answer(e.problem()));
        }
    }
}

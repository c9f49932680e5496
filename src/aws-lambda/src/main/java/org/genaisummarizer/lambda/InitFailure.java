package org.genaisummarizer.lambda;

import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.util.Optional;
import org.genaisummarizer.app.ConfigurationException;
import org.genaisummarizer.lambda.runtime.ErrorReport;
import org.genaisummarizer.lambda.runtime.HttpRuntimeApi;
import org.genaisummarizer.lambda.telemetry.JsonLogs;
import org.jspecify.annotations.Nullable;

/** Tells the platform why the function cannot start. */
final class InitFailure {

    /** How our rules for settings read; what the configuration library says may quote values. */
    private static final String RULE = "[A-Z][A-Z0-9_]* must .*";

    private InitFailure() {}

    static void report(Throwable cause) {
        ErrorReport report = of(cause);
        JsonLogs.print(InitFailure.class, report.message());
        String authority = System.getenv(Function.RUNTIME_API);
        if (authority == null || authority.isBlank()) {
            return;
        }
        try {
            new HttpRuntimeApi(authority).failInit(report);
        } catch (IOException e) {
            JsonLogs.print(
                    InitFailure.class,
                    "the platform could not be told why the function does not start");
        }
    }

    static ErrorReport of(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            Optional<String> rule = rule(t);
            if (rule.isPresent()) {
                return new ErrorReport("Runtime.BadConfiguration", rule.get());
            }
        }
        return new ErrorReport(
                "Runtime.InitFailed", "the function could not start: " + root(cause).getName());
    }

    private static Optional<String> rule(Throwable t) {
        if (t instanceof ConfigurationException) {
            return Optional.ofNullable(t.getMessage());
        }
        if (t instanceof ConfigValidationException invalid && invalid.getProblemCount() > 0) {
            return Optional.<@Nullable String>ofNullable(invalid.getProblem(0).getMessage())
                    .filter(message -> message.matches(RULE));
        }
        return Optional.empty();
    }

    private static Class<?> root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass();
    }
}

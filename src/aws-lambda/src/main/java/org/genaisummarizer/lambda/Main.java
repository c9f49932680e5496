package org.genaisummarizer.lambda;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;

/** Where the process begins. A start that fails is reported to the platform. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Quarkus.run(Function.class, Main::ended, arguments);
    }

    private static void ended(int code, @Nullable Throwable cause) {
        if (cause != null) {
            InitFailure.report(cause);
        }
        System.exit(code);
    }
}

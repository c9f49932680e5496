package org.genaisummarizer.azurefunctions;

import java.util.Locale;
import java.util.Map;

/**
 * An app's settings. The worker has them in its environment, which a test cannot change; properties
 * of the system are read likewise, but for names, which only those of the environment are mapped.
 */
final class Variables implements AutoCloseable {

    private static final String OURS = "SUMMARIZER_";

    private final Map<String, String> variables;

    private Variables(Map<String, String> variables) {
        this.variables = variables;
    }

    static Variables set(Map<String, String> variables) {
        variables.forEach((name, value) -> System.setProperty(property(name), value));
        return new Variables(Map.copyOf(variables));
    }

    private static String property(String name) {
        return name.startsWith(OURS)
                ? "summarizer."
                        + name.substring(OURS.length()).toLowerCase(Locale.ROOT).replace('_', '-')
                : name;
    }

    @Override
    public void close() {
        variables.keySet().forEach(name -> System.clearProperty(property(name)));
    }
}

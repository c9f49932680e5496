package org.genaisummarizer.app;

/**
 * A setting that the service cannot start with; the message names the setting and the rule, never
 * the value. Quarkus prints the message of this kind alone, without a stack trace.
 */
public final class ConfigurationException
        extends io.quarkus.runtime.configuration.ConfigurationException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    /** The message alone: the configuration library prints this, and operators read it. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}

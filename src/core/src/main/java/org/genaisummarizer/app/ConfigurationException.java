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
}

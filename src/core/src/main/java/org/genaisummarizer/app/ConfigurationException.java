package org.genaisummarizer.app;

/**
 * A setting that the service cannot start with; the message names the setting and the rule, never
 * the value.
 */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}

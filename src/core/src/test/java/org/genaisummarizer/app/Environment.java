package org.genaisummarizer.app;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The configuration as a process with these variables, and no others, has it. */
final class Environment {

    private Environment() {}

    static SmallRyeConfig of(Map<String, String> variables) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withInterceptors(new SettingsCheck())
                    .addDiscoveredConverters()
                    .withSources(new EnvConfigSource(variables, 300))
                    .withSources(
                            new PropertiesConfigSource(
                                    Environment.class
                                            .getClassLoader()
                                            .getResource("META-INF/microprofile-config.properties"),
                                    100))
                    .withMapping(Settings.class)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Settings settings(Map<String, String> variables) {
        return of(variables).getConfigMapping(Settings.class);
    }
}

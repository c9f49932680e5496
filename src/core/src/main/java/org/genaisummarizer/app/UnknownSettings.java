package org.genaisummarizer.app;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Finds variables that look like settings and are none, which most often are misspelt ones. */
final class UnknownSettings {

    private static final String PREFIX = "SUMMARIZER_";

    private UnknownSettings() {}

    /** Their names, sorted. */
    static List<String> in(Config config) {
        Set<String> known = SettingsCheck.variables();
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !name.startsWith(ProviderVariables.PREFIX))
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
    }
}

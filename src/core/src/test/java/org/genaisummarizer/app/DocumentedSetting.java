package org.genaisummarizer.app;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

/**
 * A setting as the mapping declares it.
 *
 * @param defaultValue empty if it has none
 */
record DocumentedSetting(String variable, String defaultValue) {

    /** All of {@link Settings}, by their names as properties. */
    static Map<String, DocumentedSetting> ofMapping() {
        Map<String, DocumentedSetting> settings = new TreeMap<>();
        collect("summarizer", Settings.class, settings);
        return settings;
    }

    private static void collect(
            String prefix, Class<?> mapping, Map<String, DocumentedSetting> settings) {
        for (Method method : mapping.getMethods()) {
            WithName given = method.getAnnotation(WithName.class);
            String name =
                    prefix + "." + (given == null ? hyphenated(method.getName()) : given.value());
            Class<?> type = method.getReturnType();
            if (type.isInterface() && type.getDeclaringClass() == Settings.class) {
                collect(name, type, settings);
            } else {
                WithDefault fallback = method.getAnnotation(WithDefault.class);
                settings.put(
                        name,
                        new DocumentedSetting(
                                SettingsCheck.variable(name),
                                fallback == null ? "" : fallback.value()));
            }
        }
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}

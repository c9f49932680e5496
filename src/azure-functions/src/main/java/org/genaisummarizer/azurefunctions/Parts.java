package org.genaisummarizer.azurefunctions;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.app.Settings;
import org.genaisummarizer.azure.EasyAuth;
import org.genaisummarizer.azure.HostLimits;
import org.genaisummarizer.azure.QueueFunction;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.port.ResultStore;
import org.jspecify.annotations.Nullable;

/** What the functions are made of, beyond what core puts together. */
@Singleton
class Parts {

    /** Application Insights' agent exports what is in this one. */
    @Produces
    @Singleton
    static MeterRegistry registry() {
        return Metrics.globalRegistry;
    }

    @Produces
    @Singleton
    static EasyAuth easyAuth(Config config) {
        return EasyAuth.of(config.getOptionalValue(EasyAuth.VARIABLE, String.class));
    }

    /** The app's folder holds {@code host.json} beside the jar that this class is in. */
    @Produces
    @Singleton
    static HostLimits limits() {
        return Optional.<@Nullable CodeSource>ofNullable(
                        Parts.class.getProtectionDomain().getCodeSource())
                .map(source -> HostLimits.read(jar(source).resolveSibling("host.json")))
                .orElse(HostLimits.UNKNOWN);
    }

    private static Path jar(CodeSource source) {
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class comes from somewhere", e);
        }
    }

    @Produces
    @Singleton
    static QueueFunction queue(
            Summarizer summarizer,
            ResultStore results,
            Settings settings,
            HostLimits limits,
            Clock clock) {
        return new QueueFunction(
                summarizer, results, settings.maxBytes(), limits, settings.timeout(), clock);
    }
}

package org.genaisummarizer.server.functions;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Under a Functions host the server listens on the loopback address, whatever else is configured:
 * the host alone may invoke functions, and it does so from the same machine.
 */
public final class Loopback implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    private static final String ADDRESS = "quarkus.http.host";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        if (!name.equals(ADDRESS)) {
            return value;
        }
        ConfigValue port = context.proceed(CustomHandler.PORT);
        return port == null || port.getValue() == null || port.getValue().isBlank()
                ? value
                : ConfigValue.builder().withName(name).withValue("127.0.0.1").build();
    }
}

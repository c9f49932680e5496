package org.genaisummarizer.provider.http;

import java.net.URI;
import java.time.Duration;

/**
 * Where a provider is.
 *
 * @param base with its {@code /v1}, as the vendors' own clients take it
 * @param connect how long a connection may take
 * @param mostConnections at once
 */
public record Endpoint(URI base, Duration connect, int mostConnections) {

    public Endpoint {
        String scheme = base.getScheme();
        if (base.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("a base URL must be an absolute http or https URL");
        }
        if (connect.isNegative() || connect.isZero()) {
            throw new IllegalArgumentException("connect must be > 0");
        }
        if (mostConnections < 1) {
            throw new IllegalArgumentException("mostConnections must be >= 1");
        }
    }
}

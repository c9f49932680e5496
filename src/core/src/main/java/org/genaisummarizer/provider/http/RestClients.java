package org.genaisummarizer.provider.http;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.http.HttpClientOptions;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** Builds the REST client of a provider. */
public final class RestClients {

    /** Longer than any limit of ours, which act before it. */
    private static final long READ_MINUTES = 30;

    private RestClients() {}

    public static <T> T create(Class<T> api, Endpoint endpoint) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(endpoint.base())
                .httpClientOptions(options(endpoint))
                // The client's own default, 50, stands above what the options say.
                .property(
                        QuarkusRestClientProperties.CONNECTION_POOL_SIZE,
                        endpoint.mostConnections())
                .connectTimeout(endpoint.connect().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(READ_MINUTES, TimeUnit.MINUTES)
                // A redirect would take the key to another host.
                .followRedirects(false)
                // As objects: a native image has no constructors to find by reflection.
                .register(new RequestTap())
                .register(new ResponseTap())
                .build(api);
    }

    private static HttpClientOptions options(Endpoint endpoint) {
        return new HttpClientOptions()
                .setMaxPoolSize(endpoint.mostConnections())
                .setKeepAlive(true)
                .setKeepAliveTimeout(30)
                // HTTP/1.1 is what all of these servers speak, and a cut of one call must not touch
                // another.
                .setUseAlpn(false)
                .setDecompressionSupported(false);
    }
}

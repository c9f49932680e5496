package org.genaisummarizer.server;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.api.HttpCall;
import org.genaisummarizer.app.Settings;
import org.genaisummarizer.azure.EasyAuth;
import org.genaisummarizer.model.Caller;

/**
 * Says who a caller is. App Service says so in headers of its own while its authentication is
 * turned on. A gateway that has checked it passes it on in one header; from anybody else the header
 * means nothing, because anybody can send it.
 */
@ApplicationScoped
class CallerIdentity {

    private static final int LONGEST = 256;

    private final EasyAuth easyAuth;
    private final List<AddressRange> proxies;
    private final String header;

    CallerIdentity(Settings settings, Config config) {
        this.easyAuth = EasyAuth.of(config.getOptionalValue(EasyAuth.VARIABLE, String.class));
        this.proxies =
                settings.trustedProxies().orElse(List.of()).stream()
                        .map(AddressRange::parse)
                        .toList();
        this.header = settings.identityHeader();
    }

    Caller of(HttpServerRequest request, HttpCall call) {
        return easyAuth.caller(call.fields()).orElseGet(() -> byProxy(request));
    }

    private Caller byProxy(HttpServerRequest request) {
        String identity = proxies.isEmpty() ? null : request.getHeader(header);
        if (identity == null
                || identity.isBlank()
                || identity.length() > LONGEST
                || !isProxy(request)) {
            return Caller.ANONYMOUS;
        }
        return parse(identity.strip());
    }

    private boolean isProxy(HttpServerRequest request) {
        return request.remoteAddress() != null
                && request.remoteAddress().hostAddress() != null
                && proxies.stream()
                        .anyMatch(range -> range.contains(request.remoteAddress().hostAddress()));
    }

    /** {@code tenant/principal}, or a tenant alone. */
    private static Caller parse(String identity) {
        int slash = identity.indexOf('/');
        if (slash <= 0 || slash == identity.length() - 1) {
            return new Caller(identity, identity);
        }
        return new Caller(identity.substring(0, slash), identity.substring(slash + 1));
    }
}

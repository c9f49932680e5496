package org.genaisummarizer.cache.redis;

import java.util.Optional;
import org.genaisummarizer.model.Secret;

/**
 * Where Redis is and how it is reached.
 *
 * @param master the name that sentinels have for the master
 * @param user the user of {@code password}; none is Redis' {@code default}
 * @param password for those who do not write it into the URL
 * @param authority certificates in PEM of who may have signed the servers'; none means those that
 *     the platform trusts
 * @param verifyHostname whether a certificate must be made out to the host that is connected to
 */
public record RedisServers(
        RedisUrls urls,
        RedisMode mode,
        String master,
        Optional<String> user,
        Optional<Secret> password,
        Optional<String> authority,
        boolean verifyHostname) {

    public RedisServers {
        if (mode == RedisMode.STANDALONE && urls.count() > 1) {
            throw new IllegalArgumentException(
                    "REDIS_URL must name one server, or REDIS_MODE must be cluster or sentinel");
        }
        if (mode == RedisMode.CLUSTER && urls.haveDatabase()) {
            throw new IllegalArgumentException(
                    "REDIS_URL must not name a database: a cluster has the database 0 alone");
        }
        if (mode == RedisMode.SENTINEL && master.isBlank()) {
            throw new IllegalArgumentException("REDIS_MASTER must be set for sentinels");
        }
        if (user.isPresent() && password.isEmpty()) {
            throw new IllegalArgumentException("REDIS_PASSWORD must be set with REDIS_USER");
        }
        if (password.isPresent() && urls.haveLogin()) {
            throw new IllegalArgumentException(
                    "REDIS_PASSWORD must not be set beside a user or password in REDIS_URL");
        }
        if (authority.isPresent() && !urls.areOverTls()) {
            throw new IllegalArgumentException("REDIS_URL must begin with rediss:// with REDIS_CA");
        }
    }

    /** One server, with what its URL says and no more. */
    public static RedisServers at(String url) {
        return new RedisServers(
                RedisUrls.parse(url),
                RedisMode.STANDALONE,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    RedisUrls login() {
        return password.map(secret -> urls.as(user, secret)).orElse(urls);
    }
}

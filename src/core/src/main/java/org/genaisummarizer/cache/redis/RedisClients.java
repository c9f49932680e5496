package org.genaisummarizer.cache.redis;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes clients; each connects when it is first asked. */
public final class RedisClients {

    private static final int CONNECTIONS = 16;

    /** Requests that wait for a connection, and commands that wait on one. */
    private static final int MOST_WAITING = 4_096;

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** A connection that a network swallowed is given up, and a new one made. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** Of idle connections; one that closed is noticed without it. */
    private static final Duration CLEANING = Duration.ofSeconds(30);

    private RedisClients() {}

    public static Redis create(Vertx vertx, RedisServers servers) {
        RedisOptions options =
                new RedisOptions()
                        .setType(type(servers.mode()))
                        .setMasterName(servers.master())
                        .setMaxPoolSize(CONNECTIONS)
                        .setMaxPoolWaiting(MOST_WAITING)
                        .setMaxWaitingHandlers(MOST_WAITING)
                        .setPoolCleanerInterval((int) CLEANING.toMillis())
                        .setNetClientOptions(network(servers));
        servers.login().connectionStrings().forEach(options::addConnectionString);
        return Redis.createClient(vertx, options);
    }

    private static RedisClientType type(RedisMode mode) {
        return switch (mode) {
            case STANDALONE -> RedisClientType.STANDALONE;
            case CLUSTER -> RedisClientType.CLUSTER;
            case SENTINEL -> RedisClientType.SENTINEL;
        };
    }

    private static NetClientOptions network(RedisServers servers) {
        NetClientOptions network =
                new NetClientOptions()
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setReadIdleTimeout((int) SILENCE.toSeconds());
        if (servers.urls().areOverTls()) {
            network.setSsl(true)
                    .setSslHandshakeTimeout(CONNECT.toSeconds())
                    .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                    .setHostnameVerificationAlgorithm(servers.verifyHostname() ? "HTTPS" : "");
            servers.authority()
                    .ifPresent(
                            pem ->
                                    network.setTrustOptions(
                                            new PemTrustOptions()
                                                    .addCertValue(Buffer.buffer(pem))));
        }
        return network;
    }
}

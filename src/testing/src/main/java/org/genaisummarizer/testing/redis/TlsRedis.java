package org.genaisummarizer.testing.redis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genaisummarizer.testing.tls.Authority.Issued;

/**
 * A Redis that speaks TLS at a port of its own. What a test says to it goes over another port, in
 * the clear.
 */
public final class TlsRedis implements AutoCloseable {

    private final RealRedis redis;
    private final int port;

    private TlsRedis(RealRedis redis, int port) {
        this.redis = redis;
        this.port = port;
    }

    /** Nothing where the executable is one that was built without TLS, as some platforms' are. */
    public static Optional<TlsRedis> start(Issued certificate, Path authority, String... more) {
        int port = RealRedis.freePort();
        try {
            RealRedis redis =
                    new RealRedis(
                            Stream.concat(
                                            settings(port, certificate, authority).stream(),
                                            Stream.of(more))
                                    .toArray(String[]::new));
            return Optional.of(new TlsRedis(redis, port));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static List<String> settings(int port, Issued certificate, Path authority) {
        return List.of(
                "--tls-port",
                Integer.toString(port),
                "--tls-cert-file",
                certificate.certificate().toString(),
                "--tls-key-file",
                certificate.key().toString(),
                "--tls-ca-cert-file",
                authority.toString(),
                "--tls-auth-clients",
                "no");
    }

    /** What follows {@code rediss://} and a login. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public RealRedis inTheClear() {
        return redis;
    }

    @Override
    public void close() {
        redis.close();
    }
}

package org.genaisummarizer.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import org.genaisummarizer.cache.redis.RedisServers;
import org.genaisummarizer.cache.redis.RedisUrls;
import org.genaisummarizer.model.Secret;

/** Reads from the settings where Redis is and how it is reached. */
final class RedisFactory {

    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    private RedisFactory() {}

    /**
     * Nothing if there is none.
     *
     * @throws ConfigurationException if settings do not go together, or the certificate is none
     */
    static Optional<RedisServers> servers(Settings.Redis settings) {
        return text(settings.url()).map(url -> servers(url, settings));
    }

    private static RedisServers servers(String url, Settings.Redis settings) {
        try {
            return new RedisServers(
                    RedisUrls.parse(url),
                    settings.mode(),
                    settings.master().strip(),
                    text(settings.user()),
                    text(settings.password()).map(Secret::new),
                    text(settings.ca()).map(RedisFactory::certificates),
                    settings.verifyHostname());
        } catch (IllegalArgumentException e) {
            // Rules of ours, which quote nothing.
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> text(Optional<String> setting) {
        return setting.filter(value -> !value.isBlank());
    }

    private static String certificates(String given) {
        try {
            String pem = given.contains(PEM) ? given : Files.readString(Path.of(given.strip()));
            if (pem.contains(PEM) && count(pem) > 0) {
                return pem;
            }
        } catch (IOException | CertificateException | InvalidPathException e) {
            // The same rule was broken.
        }
        throw new ConfigurationException(
                "REDIS_CA must be a readable file with certificates in PEM, or their text");
    }

    private static int count(String pem) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(
                        new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .size();
    }
}

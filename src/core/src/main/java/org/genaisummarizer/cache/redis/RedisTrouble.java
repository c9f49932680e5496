package org.genaisummarizer.cache.redis;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.redis.client.impl.types.ErrorType;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why Redis was of no use, in words of ours: those of the client may quote an address with its
 * password.
 */
enum RedisTrouble {
    SILENT("Redis does not answer"),
    LOGIN("Redis refuses the user or the password that it is given, or wants one"),
    PERMISSION("Redis does not allow its user what the README says that it needs"),
    TLS("Redis' certificate is not trusted for its host, or it does not speak TLS there"),
    /** It is there, and has no use for this command: it is full, or all connections are in use. */
    ITS_OWN("Redis answers with an error");

    private final String sentence;

    RedisTrouble(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    static RedisTrouble of(Throwable failure) {
        // What a cluster's or a sentinel's client could not reach is in its message alone.
        String said = said(failure);
        if (said.contains("WRONGPASS") || said.contains("NOAUTH")) {
            return LOGIN;
        }
        if (said.contains("NOPERM")) {
            return PERMISSION;
        }
        if (isTls(failure) || said.contains("SSL")) {
            return TLS;
        }
        return failure instanceof ErrorType || failure instanceof ConnectionPoolTooBusyException
                ? ITS_OWN
                : SILENT;
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : message;
    }

    private static boolean isTls(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SSLException || at instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }
}

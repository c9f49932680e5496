package org.genaisummarizer.cache.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genaisummarizer.model.Secret;

/**
 * The addresses of a Redis as operators write them: one URL; several with commas between; or one
 * with several hosts, {@code rediss://user:password@a:6379,b:6379/0}. Neither messages nor {@link
 * #toString} have anything of them, because passwords are among them.
 */
public final class RedisUrls {

    private static final String AFTER_SCHEME = "://";

    private final List<URI> urls;

    private RedisUrls(List<URI> urls) {
        this.urls = urls;
    }

    /**
     * @throws IllegalArgumentException if it is none of the forms
     */
    public static RedisUrls parse(String written) {
        List<URI> urls =
                pieces(written.strip()).map(RedisUrls::safe).map(RedisUrls::checked).toList();
        if (urls.stream().map(URI::getScheme).distinct().count() > 1) {
            throw new IllegalArgumentException("all must begin alike");
        }
        return new RedisUrls(urls);
    }

    private static Stream<String> pieces(String written) {
        int scheme = written.indexOf(AFTER_SCHEME);
        if (scheme < 0 || written.indexOf(AFTER_SCHEME, scheme + 1) >= 0) {
            return Arrays.stream(written.split(",", -1)).map(String::strip);
        }
        // One URL: what stands before its hosts and behind them holds for each of them.
        int hosts =
                Math.max(scheme + AFTER_SCHEME.length(), written.lastIndexOf('@') + "@".length());
        int end = hosts;
        while (end < written.length() && "/?".indexOf(written.charAt(end)) < 0) {
            end++;
        }
        String before = written.substring(0, hosts);
        String behind = written.substring(end);
        return Arrays.stream(written.substring(hosts, end).split(",", -1))
                .map(host -> before + host.strip() + behind);
    }

    /** The client takes a plus for a space, and passwords in base64 have some. */
    private static String safe(String url) {
        int end = url.lastIndexOf('@');
        return end < 0 ? url : url.substring(0, end).replace("+", "%2B") + url.substring(end);
    }

    private static URI checked(String url) {
        URI uri = uri(url);
        boolean known = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
        if (!known || uri.getHost() == null) {
            throw new IllegalArgumentException("each must have a host and a scheme of Redis'");
        }
        if (!uri.getPath().matches("(/[0-9]{0,4})?")) {
            throw new IllegalArgumentException("a path must be the number of a database");
        }
        return uri;
    }

    /** What a parser says of a URL quotes it. */
    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("each must be a URL");
        }
    }

    /** The same servers, asked as this user. */
    RedisUrls as(Optional<String> user, Secret password) {
        String login = user.map(RedisUrls::encoded).orElse("") + ':' + encoded(password.reveal());
        return new RedisUrls(urls.stream().map(url -> withLogin(url, login)).toList());
    }

    private static URI withLogin(URI url, String login) {
        String plain = url.toString();
        int host = plain.indexOf(AFTER_SCHEME) + AFTER_SCHEME.length();
        return URI.create(plain.substring(0, host) + login + '@' + plain.substring(host));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    boolean areOverTls() {
        return "rediss".equals(urls.getFirst().getScheme());
    }

    boolean haveLogin() {
        return urls.stream().anyMatch(url -> url.getRawUserInfo() != null);
    }

    boolean haveDatabase() {
        return urls.stream().anyMatch(url -> url.getPath().matches("/0*[1-9][0-9]*"));
    }

    int count() {
        return urls.size();
    }

    List<String> connectionStrings() {
        return urls.stream().map(URI::toString).toList();
    }

    @Override
    public String toString() {
        return "addresses: " + urls.size();
    }
}

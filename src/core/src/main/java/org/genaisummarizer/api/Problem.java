package org.genaisummarizer.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.model.Attempt;

/**
 * What a caller is told of a failure, as RFC 9457 has it, in our own words.
 *
 * @param slug the last part of its type
 * @param detail what is wrong with this request; never a provider's text, a class name or a piece
 *     of the document
 * @param retryAfter when trying again makes sense
 * @param attempts what was tried
 * @param extras further members, as finished JSON members without braces; empty for none
 */
public record Problem(
        int status,
        String slug,
        String title,
        String detail,
        Optional<Duration> retryAfter,
        List<Attempt> attempts,
        String extras) {

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status must be 4xx or 5xx");
        }
        attempts = List.copyOf(attempts);
    }

    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, Optional.empty(), List.of(), "");
    }

    public Problem withAttempts(List<Attempt> tried) {
        return new Problem(status, slug, title, detail, retryAfter, tried, extras);
    }

    Problem retryAfter(Duration time) {
        return new Problem(status, slug, title, detail, Optional.of(time), attempts, extras);
    }

    Problem with(String members) {
        return new Problem(status, slug, title, detail, retryAfter, attempts, members);
    }
}

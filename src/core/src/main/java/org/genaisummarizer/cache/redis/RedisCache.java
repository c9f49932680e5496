package org.genaisummarizer.cache.redis;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.Summary;

/** Summaries in Redis, where all processes find them. Whatever state it is in, it is a miss. */
public final class RedisCache implements SummaryCache {

    private final RedisLink link;
    private final Clock clock;

    public RedisCache(RedisLink link, Clock clock) {
        this.link = link;
        this.clock = clock;
    }

    /** Nothing of it is in this process. */
    @Override
    public Optional<Stored> near(Fingerprint key) {
        return Optional.empty();
    }

    @Override
    public Optional<Stored> find(Fingerprint fingerprint) {
        String key = key(fingerprint);
        try {
            Response found = link.ask(Request.cmd(Command.GET).arg(key));
            return found == null
                    ? Optional.empty()
                    : StoredSummaries.read(key, found.toBytes()).filter(this::isFresh);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** A clock that was set back, or a server that keeps what is over, must not serve the past. */
    private boolean isFresh(Stored stored) {
        return clock.instant().isBefore(stored.at().plus(stored.timeToLive()));
    }

    @Override
    public void store(Fingerprint fingerprint, Summary summary, Duration timeToLive) {
        String key = key(fingerprint);
        byte[] bytes = StoredSummaries.bytes(key, new Stored(summary, clock.instant(), timeToLive));
        Request set =
                Request.cmd(Command.SET)
                        .arg(key)
                        .arg(Buffer.buffer(bytes))
                        .arg("PX")
                        .arg(Math.max(1, timeToLive.toMillis()));
        try {
            link.ask(set);
        } catch (StoreUnavailableException e) {
            // The answer is there; that others cannot have it is no failure of this request.
        }
    }

    private static String key(Fingerprint fingerprint) {
        return RedisKeys.of("summary", fingerprint.hex());
    }
}

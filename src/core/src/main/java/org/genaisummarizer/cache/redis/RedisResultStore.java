package org.genaisummarizer.cache.redis;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.genaisummarizer.engine.port.SummaryCache.Stored;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Summary;

/** Results in Redis. Unlike a cache it is believed, so it fails where Redis does. */
public final class RedisResultStore implements ResultStore {

    private final RedisLink link;
    private final Duration timeToLive;
    private final Clock clock;

    /**
     * @param link with more patience than a cache has
     * @param timeToLive of a result, &gt; 0
     */
    public RedisResultStore(RedisLink link, Duration timeToLive, Clock clock) {
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException("timeToLive must be > 0");
        }
        this.link = link;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    @Override
    public void store(Caller caller, String id, Summary summary) throws StoreUnavailableException {
        String key = key(caller, id);
        byte[] bytes = StoredSummaries.bytes(key, new Stored(summary, clock.instant(), timeToLive));
        link.ask(
                Request.cmd(Command.SET)
                        .arg(key)
                        .arg(Buffer.buffer(bytes))
                        .arg("PX")
                        .arg(timeToLive.toMillis()));
    }

    @Override
    public Optional<Summary> find(Caller caller, String id) throws StoreUnavailableException {
        String key = key(caller, id);
        Response found = link.ask(Request.cmd(Command.GET).arg(key));
        return found == null
                ? Optional.empty()
                : StoredSummaries.read(key, found.toBytes()).map(Stored::summary);
    }

    private static String key(Caller caller, String id) {
        return RedisKeys.hashed("result", caller.tenant(), id);
    }
}

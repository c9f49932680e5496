package org.genaisummarizer.cache.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.genaisummarizer.model.Fingerprint;

/** Leases in Redis: a key that holds its owner and expires. */
public final class RedisFlightLease implements FlightLease {

    /** Sets the key if it is free or the owner's; 1 if the owner has it then. */
    private static final String ACQUIRE =
            """
            local owner = redis.call('GET', KEYS[1])
            if owner and owner ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """;

    private static final String RELEASE =
            """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0
            """;

    private final RedisLink link;

    public RedisFlightLease(RedisLink link) {
        this.link = link;
    }

    @Override
    public boolean acquire(Fingerprint flight, String owner, Duration expiry) {
        Request acquire =
                Request.cmd(Command.EVAL)
                        .arg(ACQUIRE)
                        .arg(1)
                        .arg(key(flight))
                        .arg(owner)
                        .arg(expiry.toMillis());
        try {
            Response acquired = link.ask(acquire);
            return acquired == null || acquired.toInteger() == 1;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    @Override
    public void release(Fingerprint flight, String owner) {
        try {
            link.ask(Request.cmd(Command.EVAL).arg(RELEASE).arg(1).arg(key(flight)).arg(owner));
        } catch (StoreUnavailableException e) {
            // It expires.
        }
    }

    private static String key(Fingerprint flight) {
        return RedisKeys.of("lease", flight.hex());
    }
}

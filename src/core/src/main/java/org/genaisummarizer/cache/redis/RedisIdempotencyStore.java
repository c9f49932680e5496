package org.genaisummarizer.cache.redis;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.genaisummarizer.engine.port.IdempotencyStore;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.genaisummarizer.engine.port.SummaryCache.Stored;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.Summary;

/**
 * Idempotency keys in Redis, and in this process as well: so a retry that comes back to it is known
 * even while Redis is away. A value is the request's fingerprint, and behind it the summary once
 * there is one.
 */
public final class RedisIdempotencyStore implements IdempotencyStore {

    private static final String CLAIM =
            """
            local there = redis.call('GET', KEYS[1])
            if there then return there end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return false
            """;

    /** Deletes the claim, and never an outcome. */
    private static final String ABANDON =
            """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0
            """;

    private static final int FINGERPRINT_CHARS = 64;

    private final IdempotencyStore near;
    private final RedisLink link;
    private final Clock clock;

    /**
     * @param near this process' own
     */
    public RedisIdempotencyStore(IdempotencyStore near, RedisLink link, Clock clock) {
        this.near = near;
        this.link = link;
        this.clock = clock;
    }

    @Override
    public Claim claim(
            Caller caller, IdempotencyKey idempotencyKey, Fingerprint request, Duration expiry) {
        Claim here = near.claim(caller, idempotencyKey, request, expiry);
        if (!(here instanceof Claim.Taken)) {
            return here;
        }
        Claim anywhere = shared(key(caller, idempotencyKey), request, expiry);
        if (!(anywhere instanceof Claim.Taken)) {
            near.abandon(caller, idempotencyKey, request);
        }
        return anywhere;
    }

    private Claim shared(String key, Fingerprint request, Duration expiry) {
        Request claim =
                Request.cmd(Command.EVAL)
                        .arg(CLAIM)
                        .arg(1)
                        .arg(key)
                        .arg(request.hex())
                        .arg(Math.max(1, expiry.toMillis()));
        try {
            Response there = link.ask(claim);
            return there == null ? new Claim.Taken() : found(key, there.toBytes(), request);
        } catch (StoreUnavailableException e) {
            return new Claim.Taken();
        }
    }

    private static Claim found(String key, byte[] value, Fingerprint request) {
        if (value.length < FINGERPRINT_CHARS) {
            return new Claim.Taken();
        }
        String fingerprint = new String(value, 0, FINGERPRINT_CHARS, StandardCharsets.ISO_8859_1);
        byte[] summary = Arrays.copyOfRange(value, FINGERPRINT_CHARS, value.length);
        if (!fingerprint.equals(request.hex())) {
            return isFingerprint(fingerprint) ? new Claim.Conflict() : new Claim.Taken();
        }
        if (summary.length == 0) {
            return new Claim.InProgress();
        }
        Optional<Stored> stored = StoredSummaries.read(key, summary);
        return stored.<Claim>map(found -> new Claim.Done(found.summary()))
                .orElseGet(Claim.Taken::new);
    }

    /** Something else stands there: not ours, so it says nothing. */
    private static boolean isFingerprint(String text) {
        return text.matches("[0-9a-f]{" + FINGERPRINT_CHARS + "}");
    }

    @Override
    public void complete(
            Caller caller,
            IdempotencyKey idempotencyKey,
            Fingerprint request,
            Summary summary,
            Duration timeToLive) {
        near.complete(caller, idempotencyKey, request, summary, timeToLive);
        String key = key(caller, idempotencyKey);
        byte[] outcome =
                StoredSummaries.bytes(key, new Stored(summary, clock.instant(), timeToLive));
        ask(
                Request.cmd(Command.SET)
                        .arg(key)
                        .arg(Buffer.buffer(request.hex()).appendBytes(outcome))
                        .arg("PX")
                        .arg(Math.max(1, timeToLive.toMillis())));
    }

    @Override
    public void abandon(Caller caller, IdempotencyKey idempotencyKey, Fingerprint request) {
        near.abandon(caller, idempotencyKey, request);
        ask(
                Request.cmd(Command.EVAL)
                        .arg(ABANDON)
                        .arg(1)
                        .arg(key(caller, idempotencyKey))
                        .arg(request.hex()));
    }

    private void ask(Request command) {
        try {
            link.ask(command);
        } catch (StoreUnavailableException e) {
            // The claim expires; this process knows the outcome.
        }
    }

    private static String key(Caller caller, IdempotencyKey key) {
        return RedisKeys.hashed("idempotency", caller.tenant(), caller.principal(), key.value());
    }
}

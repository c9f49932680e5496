package org.genaisummarizer.cache.redis;

import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.genaisummarizer.engine.port.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Asks Redis, and waits no longer than a request can spare. Once it did not answer it is left alone
 * for a while, during which nobody waits at all; then one command finds out whether it is back. An
 * answer that comes too late says so as well. Safe for any number of threads; blocks, so it belongs
 * on virtual ones.
 */
public final class RedisLink {

    private static final Logger LOG = System.getLogger(RedisLink.class.getName());

    /** How long nobody asks after Redis did not answer. */
    private static final Duration AWAY = Duration.ofSeconds(1);

    private final Redis redis;
    private final Duration patience;
    private final Clock clock;

    /** When somebody may ask again; nothing while it answers. */
    private final AtomicReference<@Nullable Instant> awayUntil = new AtomicReference<>();

    /** What the log has been told of since it last answered. */
    private final Set<RedisTrouble> told = ConcurrentHashMap.newKeySet();

    /**
     * @param patience how long a command may take, &gt; 0
     */
    public RedisLink(Redis redis, Duration patience, Clock clock) {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be > 0");
        }
        this.redis = redis;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Redis' answer to a command, null where it has nothing.
     *
     * @throws StoreUnavailableException if there was none in time, or it was an error
     */
    @Nullable Response ask(Request command) throws StoreUnavailableException {
        if (!mayAsk()) {
            throw unavailable("away");
        }
        CompletableFuture<@Nullable Response> answer = send(command);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            lost(RedisTrouble.SILENT);
            throw unavailable("silent");
        } catch (ExecutionException e) {
            throw unavailable("failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        }
    }

    private CompletableFuture<@Nullable Response> send(Request command) {
        CompletableFuture<@Nullable Response> answer = new CompletableFuture<>();
        try {
            redis.send(command)
                    .onSuccess(
                            response -> {
                                reached();
                                answer.complete(response);
                            })
                    .onFailure(
                            failure -> {
                                failed(failure);
                                answer.completeExceptionally(failure);
                            });
        } catch (RuntimeException e) {
            // The client throws some of what it could say in its answer.
            failed(e);
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /** Also what comes too late for whoever asked, for it may say more than that it was late. */
    private void failed(Throwable failure) {
        RedisTrouble trouble = RedisTrouble.of(failure);
        switch (trouble) {
            case SILENT, LOGIN, TLS -> lost(trouble);
            case PERMISSION -> {
                if (failure instanceof ErrorType) {
                    // Others of its commands may be allowed.
                    tell(trouble);
                } else {
                    lost(trouble);
                }
            }
            case ITS_OWN -> {
                if (failure instanceof ErrorType) {
                    reached();
                }
            }
        }
    }

    /** One a while asks when Redis is away; the others are told to do without. */
    private boolean mayAsk() {
        Instant until = awayUntil.get();
        if (until == null) {
            return true;
        }
        Instant now = clock.instant();
        return !now.isBefore(until) && awayUntil.compareAndSet(until, now.plus(AWAY));
    }

    private void reached() {
        if (awayUntil.get() != null && awayUntil.getAndSet(null) != null) {
            told.removeIf(trouble -> trouble != RedisTrouble.PERMISSION);
            LOG.log(Level.INFO, "Redis answers again");
        }
    }

    private void lost(RedisTrouble trouble) {
        awayUntil.set(clock.instant().plus(AWAY));
        tell(trouble);
    }

    /** Once until it answers again; that a command is not allowed once and for all. */
    private void tell(RedisTrouble trouble) {
        if (told.add(trouble)) {
            LOG.log(
                    Level.WARNING,
                    "{0}; this process goes on without it",
                    new Object[] {trouble.sentence()});
        }
    }

    private static StoreUnavailableException unavailable(String how) {
        return new StoreUnavailableException("Redis: " + how);
    }
}

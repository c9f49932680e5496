package org.genaisummarizer.cache.redis;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
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
            lost();
            throw unavailable("silent");
        } catch (ExecutionException e) {
            // Its own error, as that it is full, and a pool without room say that it is there.
            if (!(e.getCause() instanceof ErrorType)
                    && !(e.getCause() instanceof ConnectionPoolTooBusyException)) {
                lost();
            }
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
                                if (failure instanceof ErrorType) {
                                    reached();
                                }
                                answer.completeExceptionally(failure);
                            });
        } catch (RuntimeException e) {
            // The client throws some of what it could say in its answer.
            answer.completeExceptionally(e);
        }
        return answer;
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
            LOG.log(Level.INFO, "Redis answers again");
        }
    }

    private void lost() {
        if (awayUntil.getAndSet(clock.instant().plus(AWAY)) == null) {
            LOG.log(Level.WARNING, "Redis does not answer; this process goes on without it");
        }
    }

    private static StoreUnavailableException unavailable(String how) {
        return new StoreUnavailableException("Redis: " + how);
    }
}

package org.genaisummarizer.provider.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.io.EOFException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A response that is waited for. One that comes when nobody waits any more is broken off: the REST
 * client would drop it and leave its connection open.
 */
final class PendingResponse {

    /** The name under which a call carries it from its request to its response. */
    static final String PROPERTY = PendingResponse.class.getName();

    /** The REST client runs the request's filters on the thread that subscribes. */
    private static final ThreadLocal<@Nullable PendingResponse> CURRENT = new ThreadLocal<>();

    private final CompletableFuture<ResponseBody> body = new CompletableFuture<>();

    static @Nullable PendingResponse current() {
        return CURRENT.get();
    }

    /** The head of the response is there. */
    void arrived(ResponseBody response) {
        if (!body.complete(response)) {
            response.abort();
        }
    }

    /**
     * Makes the call and waits for the head of its response, until it is broken off.
     *
     * @throws ProviderException if there is none
     * @throws InterruptedException if the thread was interrupted
     */
    ResponseBody of(Uni<?> call) throws ProviderException, InterruptedException {
        Cancellable subscription = subscribe(call);
        try {
            return body.get();
        } catch (CancellationException e) {
            subscription.cancel();
            throw new ProviderException(new Failure.Silent());
        } catch (ExecutionException e) {
            throw new ProviderException(ConnectFailures.of(e.getCause()));
        } catch (InterruptedException e) {
            breakOff();
            subscription.cancel();
            throw e;
        }
    }

    private Cancellable subscribe(Uni<?> call) {
        CURRENT.set(this);
        try {
            // A response has arrived by then, unless it was one without a body.
            return call.subscribe()
                    .with(
                            response -> body.completeExceptionally(new EOFException()),
                            body::completeExceptionally);
        } finally {
            CURRENT.remove();
        }
    }

    /** Ends the wait for the response, or, where it has come, the response. */
    void breakOff() {
        // A cancelled future counts as failed, like one whose call failed.
        body.cancel(false);
        if (!body.isCompletedExceptionally()) {
            body.join().abort();
        }
    }
}

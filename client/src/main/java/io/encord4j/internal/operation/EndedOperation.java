package io.encord4j.internal.operation;

import io.encord4j.Operation;
import io.encord4j.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Work that was over when the call that asked for it returned, as adding private data is with an API key.
 *
 * @param id what it is called; the service knows no id
 */
public record EndedOperation<T>(String id, T result) implements Operation<T> {
    @Override
    public Outcome<T> poll() {
        return new Outcome.Done<>(result);
    }

    @Override
    public Outcome<T> await(Duration timeout) {
        return poll();
    }

    @Override
    public Cancellation cancel() {
        return Cancellation.ALREADY_ENDED;
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return CompletableFuture.completedFuture(result);
    }
}

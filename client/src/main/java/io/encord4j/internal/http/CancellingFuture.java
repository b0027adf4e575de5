package io.encord4j.internal.http;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A future whose derived futures, those of {@code thenApply} for instance, hand a cancellation or time-out up to it: the
 * derived one is often all that a user keeps. With the futures of the JDK the work would go on.
 */
final class CancellingFuture<T extends @Nullable Object> extends CompletableFuture<T> {

    private final @Nullable CompletableFuture<?> source;

    /**
     * Creates a future.
     *
     * @param source the future that this one is derived from, null if it stands for the work itself
     */
    CancellingFuture(@Nullable CompletableFuture<?> source) {
        this.source = source;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CancellingFuture<>(this);
    }

    /** A copy is there to shield the original from what its owner does. */
    @Override
    public CompletableFuture<T> copy() {
        CompletableFuture<T> copy = new CompletableFuture<>();
        CompletableFuture<T> unused = whenComplete((value, failure) -> {
            if (failure == null) {
                copy.complete(value);
            } else {
                copy.completeExceptionally(failure);
            }
        });
        return copy;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(mayInterruptIfRunning) && nobodyWaits();
    }

    @Override
    public boolean complete(T value) {
        return super.complete(value) && nobodyWaits();
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return super.completeExceptionally(failure) && nobodyWaits();
    }

    /** This future was completed from outside; once the work has completed its own future, cancelling that does nothing. */
    private boolean nobodyWaits() {
        if (source != null) {
            source.cancel(true);
        }
        return true;
    }
}

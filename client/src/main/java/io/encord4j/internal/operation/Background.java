package io.encord4j.internal.operation;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work on threads of the client. */
public interface Background {
    /**
     * Runs blocking work.
     *
     * @param work the work; it is interrupted when the future is cancelled
     * @param <T> its result
     * @return the future result
     */
    <T extends @Nullable Object> CompletableFuture<T> run(Supplier<T> work);
}

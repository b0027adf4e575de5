package io.encord4j.internal.http;

import io.encord4j.EncordException;
import io.encord4j.internal.http.Failures.Tries;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes one attempt of a call, in such a way that its caller can be interrupted. */
final class Caller {

    private final Workers workers;
    private final Failures failures;

    Caller(Workers workers, Failures failures) {
        this.workers = workers;
        this.failures = failures;
    }

    /** Sends the call, waits for its answer, and returns the body of it, null if it has none. */
    <T> @Nullable T answer(Call<T> call, Attempt attempt, Tries tries) throws IOException {
        CompletableFuture<@Nullable T> answer = new CompletableFuture<>();
        Runnable cancel = call::cancel;
        start(() -> {
            try {
                answer.complete(call.execute().body());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        workers.onClose(cancel);
        try {
            return await(answer, cancel, attempt, tries);
        } finally {
            workers.forget(cancel);
        }
    }

    void start(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            throw Workers.closedAlready();
        }
    }

    /** Waits; an interrupt cancels, is restored, and comes out as an error. */
    <T> T await(CompletableFuture<T> answer, Runnable cancel, Attempt attempt, Tries tries) throws IOException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            cancel.run();
            Thread.currentThread().interrupt();
            throw failures.interrupted(e, attempt, tries.after(attempt));
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause(), attempt, tries);
        }
    }

    private IOException unwrapped(@Nullable Throwable failure, Attempt attempt, Tries tries) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof LocalFailure local) {
            return local;
        }
        if (workers.isClosed() && failure instanceof Exception cause) {
            throw closed(cause, attempt, tries);
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        return (IOException) Objects.requireNonNull(failure);
    }

    private EncordException closed(Exception cause, Attempt attempt, Tries tries) {
        return failures.closed(cause, attempt, tries.after(attempt));
    }
}

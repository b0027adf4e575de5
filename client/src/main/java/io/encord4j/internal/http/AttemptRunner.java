package io.encord4j.internal.http;

import io.encord4j.ClientClosedException;
import io.encord4j.EncordException;
import io.encord4j.internal.http.Failures.Tries;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes one attempt of a call, and tells failures that come from outside of it: an interrupt, or the end of the client. */
final class AttemptRunner {

    private final Workers workers;
    private final Failures failures;

    AttemptRunner(Workers workers, Failures failures) {
        this.workers = workers;
        this.failures = failures;
    }

    /** Sends the call, waits for its answer, and returns the body of it, null if it has none. */
    <T> @Nullable T answer(Call<T> call, Attempt attempt, Tries tries) throws IOException {
        Runnable cancel = call::cancel;
        workers.onClose(cancel);
        try {
            return new InterruptibleCall<>(call).execute();
        } catch (ClosedByInterruptException e) {
            // Whoever waited within the call may have taken note of the interrupt and forgotten it.
            Thread.currentThread().interrupt();
            throw workers.isClosed()
                    ? closed(e, attempt, tries)
                    : failures.interrupted(e, attempt, tries.after(attempt));
        } catch (IOException | RuntimeException e) {
            throw unwrapped(e, attempt, tries);
        } finally {
            workers.forget(cancel);
        }
    }

    /** Runs what completes a future on another thread, and waits for it; an interrupt cancels, and stays. */
    <T> T await(Runnable work, CompletableFuture<T> answer, Runnable cancel, Attempt attempt, Tries tries)
            throws IOException {
        try {
            workers.execute(work);
            return answer.get();
        } catch (RejectedExecutionException e) {
            throw new ClientClosedException();
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

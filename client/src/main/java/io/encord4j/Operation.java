package io.encord4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Work that the service finishes after the call that started it has returned, such as re-encoding videos or adding files.
 *
 * <p>The {@linkplain #id() id} is all there is to it: keep it, and another process can resume the operation through the client
 * ({@link EncordDatasetClient#reEncodeTask}, {@link EncordDatasetClient#uploadJob}). Operations are thread-safe.
 *
 * <pre>{@code
 * Operation<ReEncodeResult> task = client.reEncodeData(List.of(video.dataHash()));
 * ReEncodeResult result = task.await(Duration.ofMinutes(30)).orThrow();
 * if (result instanceof ReEncodeResult.Done done) {
 *     done.videos().forEach(one -> out.println(one.dataHash() + " is at " + one.bucketPath()));
 *     return done.videos().size();
 * }
 * }</pre>
 *
 * @param <T> the type of the result
 */
public interface Operation<T> {
    /**
     * The id of the work within the service.
     *
     * @return the id
     */
    String id();

    /**
     * Asks the service once for the state of the work, without waiting.
     *
     * @return the state; {@link Outcome.Pending} if the work goes on
     * @throws EncordException if the call fails
     */
    Outcome<T> poll();

    /**
     * Waits until the work has ended, but not longer than some time. Polls less and less often, and never in step with others. An answer
     * that was asked for in time is waited for up to two seconds more.
     *
     * @param timeout how long to wait; zero asks once
     * @return how it ended, or {@link Outcome.TimedOut} if it still goes on; then one may wait again
     * @throws EncordException if the call fails; also if the thread is interrupted, whose flag stays set
     */
    Outcome<T> await(Duration timeout);

    /**
     * Stops waiting, in every thread and future that waits through this object. The service cannot cancel the work itself:
     * it goes on, and can be resumed by its id.
     *
     * @return what was cancelled
     */
    Cancellation cancel();

    /**
     * Waits in the background. The future ends with the result, or with the exception of {@link Outcome#orThrow()}. Cancelling it stops
     * waiting and aborts the current request; the work itself goes on.
     *
     * @return a new future
     */
    CompletableFuture<T> toCompletableFuture();

    /** What {@link #cancel()} has cancelled. */
    enum Cancellation {
        /** Nobody waits any longer; the service goes on with the work. */
        WAITING_STOPPED,
        /** Nothing: the work had already ended. */
        ALREADY_ENDED
    }
}

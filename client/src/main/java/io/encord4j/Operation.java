package io.encord4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Work that the service does after the call that asked for it has returned: re-encoding videos, taking in files.
 *
 * <p>The {@linkplain #id() id} is all there is to it: keep it, and another process can take the operation up again through the client
 * ({@link EncordDatasetClient#reEncodeTask}, {@link EncordDatasetClient#uploadJob}). An operation may be used by many threads.
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
 * @param <T> what comes out
 */
public interface Operation<T> {
    /**
     * The id by which the service knows the work.
     *
     * @return the id
     */
    String id();

    /**
     * Asks the service once, without waiting.
     *
     * @return how it stands; {@link Outcome.Pending} if the work goes on
     * @throws EncordException if the question could not be asked or answered
     */
    Outcome<T> poll();

    /**
     * Waits until the work has ended, but not longer than some time. Polls less and less often, and never in step with others. An answer
     * that was asked for in time is waited for up to two seconds more.
     *
     * @param timeout how long to wait; zero asks once
     * @return how it ended, or {@link Outcome.TimedOut} if it still goes on; then one may wait again
     * @throws EncordException if the question could not be asked or answered; also if the thread is interrupted, whose flag stays set
     */
    Outcome<T> await(Duration timeout);

    /**
     * Gives up waiting, in every thread and future that waits through this object. The service offers no way to call the work itself off:
     * it goes on, and can be taken up again by its id.
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

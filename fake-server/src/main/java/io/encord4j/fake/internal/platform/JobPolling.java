package io.encord4j.fake.internal.platform;

import io.encord4j.fake.Completion;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadTarget;
import io.encord4j.fake.internal.platform.model.User;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Polls of upload jobs that are held until the job has ended. */
public final class JobPolling {

    private JobPolling() {}

    /**
     * Asks for a job and waits until it has ended or time is up. There is no waiting where only the next poll can bring the
     * end nearer: when polls move time, or when the job ends after a number of them.
     *
     * @param timeout how long to wait, in the time of the world
     * @return the job; fails with {@link RefusedException} if the job or the dataset went away while waiting. Cancelling it
     *     ends the waiting
     * @throws RefusedException if the actor has no access or the dataset no such job
     */
    public static CompletableFuture<UploadJob> await(
            World world, Actor actor, String datasetHash, String processHash, Duration timeout) {
        return await(
                world,
                tx -> UploadJobs.poll(Access.open(tx, actor, datasetHash), processHash),
                state -> find(state, actor, datasetHash, processHash),
                timeout);
    }

    /** Waits in the same way for a job of a folder. */
    public static CompletableFuture<UploadJob> await(
            World world, User user, UploadTarget target, String processHash, Duration timeout) {
        return await(
                world,
                tx -> UploadJobs.poll(tx, user, target, processHash),
                state -> UploadJobs.find(state, user, target, processHash),
                timeout);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ending the waiting cannot fail
    private static CompletableFuture<UploadJob> await(
            World world,
            Function<Transaction, UploadJob> poll,
            Function<PlatformState, UploadJob> find,
            Duration timeout) {
        UploadJob job = world.poll(poll);
        String processHash = job.processHash();
        boolean held = !timeout.isNegative() && !timeout.isZero() && isHeld(world.observe(), job);
        if (!held) {
            return CompletableFuture.completedFuture(job);
        }
        CompletableFuture<Boolean> ended = world.whenTrue(
                state -> isEnded(state.work().jobs().get(processHash)),
                world.clock().instant().plus(timeout));
        CompletableFuture<UploadJob> found = ended.thenApply(inTime -> find.apply(world.observe()));
        found.whenComplete((result, failure) -> ended.cancel(false));
        return found;
    }

    private static UploadJob find(PlatformState state, Actor actor, String datasetHash, String processHash) {
        return UploadJobs.find(state, Access.dataset(state, actor, datasetHash), processHash);
    }

    private static boolean isHeld(PlatformState state, UploadJob job) {
        return !job.isOver() && !state.clock().stepsPerPoll() && !(job.completion() instanceof Completion.AfterPolls);
    }

    private static boolean isEnded(@Nullable UploadJob job) {
        return job == null || job.isOver();
    }
}

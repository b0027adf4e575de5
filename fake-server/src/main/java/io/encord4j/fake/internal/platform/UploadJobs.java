package io.encord4j.fake.internal.platform;

import io.encord4j.fake.Completion;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadOutcome;
import io.encord4j.fake.internal.platform.model.UploadWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Upload jobs, by which 2026 clients add everything. */
public final class UploadJobs {

    private UploadJobs() {}

    /** Says how jobs that are started from now on will go. */
    public static void plan(Transaction tx, UploadPlan plan) {
        tx.become(tx.state().withUploads(plan));
    }

    /**
     * Starts a job. What is wrong with a unit shows when the job ends.
     *
     * @throws RefusedException if the actor has no access, the folder does not fit the dataset, the integration does
     *     not exist, or bytes are to go to a dataset that does not host them
     */
    public static UploadJob start(Transaction tx, Actor actor, String datasetHash, UploadRequest request) {
        Dataset dataset = Access.dataset(tx.state(), actor, datasetHash);
        checkFolder(dataset, request);
        CloudIntegration integration =
                request.integrationId() == null ? null : Integrations.find(tx.state(), request.integrationId());
        if (integration == null) {
            HostedObjects.hosted(dataset);
        }
        UploadWork work =
                new UploadWork(request.units(), integration, request.skipDuplicateUrls(), request.upsertMetadata());
        UploadJob job = new UploadJob(
                tx.newHash(),
                datasetHash,
                actor instanceof Actor.Person person ? person.user().hash() : null,
                tx.now(),
                request.ignoreErrors(),
                request.fileName(),
                tx.state().uploads().completion(),
                request.units().size(),
                0,
                UploadJob.MACHINE.start(),
                work,
                UploadOutcome.NONE);
        tx.work(all -> all.with(job));
        return DueWork.settle(tx, job);
    }

    /**
     * Asks for a job, which counts as a poll: it may move time and may end the job.
     *
     * @throws RefusedException if the actor has no access or the dataset no such job
     */
    public static UploadJob poll(Transaction tx, Actor actor, String datasetHash, String processHash) {
        find(tx.state(), actor, datasetHash, processHash);
        tx.advance(tx.state().clock().perPoll());
        UploadJob polled = find(tx.state(), actor, datasetHash, processHash).polled();
        tx.work(all -> all.with(polled));
        return DueWork.settle(tx, polled);
    }

    /**
     * Asks for a job and waits until it has ended or time is up. There is no waiting where only the next poll can bring the
     * end nearer: when polls move time, or when the job ends after a number of them.
     *
     * @return the job; fails with {@link RefusedException} if the job or the dataset went away while waiting.
     *     Cancelling it ends the waiting
     * @throws RefusedException if the actor has no access or the dataset no such job
     */
    @SuppressWarnings("FutureReturnValueIgnored") // ending the waiting cannot fail
    public static CompletableFuture<UploadJob> await(
            World world, Actor actor, String datasetHash, String processHash, Duration timeout) {
        UploadJob job = world.update(tx -> poll(tx, actor, datasetHash, processHash));
        boolean held = !timeout.isNegative() && !timeout.isZero() && isHeld(world.observe(), job);
        if (!held) {
            return CompletableFuture.completedFuture(job);
        }
        CompletableFuture<Boolean> ended = world.whenTrue(
                state -> isEnded(state.work().jobs().get(processHash)),
                world.clock().instant().plus(timeout));
        CompletableFuture<UploadJob> found =
                ended.thenApply(inTime -> find(world.observe(), actor, datasetHash, processHash));
        found.whenComplete((result, failure) -> ended.cancel(false));
        return found;
    }

    /**
     * Finds a job without polling it.
     *
     * @throws RefusedException if the actor has no access or the dataset no such job
     */
    public static UploadJob find(PlatformState state, Actor actor, String datasetHash, String processHash) {
        Access.dataset(state, actor, datasetHash);
        UploadJob job = state.work().jobs().get(processHash);
        if (job == null || !job.datasetHash().equals(datasetHash)) {
            throw Refusal.notFound(
                    "There is no upload job " + Quoted.value(processHash) + " in dataset " + datasetHash + ".");
        }
        return job;
    }

    /**
     * Ends a job now, whatever its plan.
     *
     * @throws RefusedException if there is no such job
     * @throws io.encord4j.fake.internal.platform.model.IllegalMoveException if it has ended already
     */
    public static UploadJob finish(Transaction tx, String processHash) {
        return complete(tx, find(tx.state(), processHash), tx.now());
    }

    /**
     * Stops a job. Nothing is added.
     *
     * @throws RefusedException if there is no such job
     * @throws io.encord4j.fake.internal.platform.model.IllegalMoveException if it has ended already
     */
    public static UploadJob cancel(Transaction tx, String processHash) {
        UploadJob job = find(tx.state(), processHash);
        UploadOutcome nothing =
                new UploadOutcome(UploadOutcome.NONE.rows(), UploadOutcome.NONE.errors(), 0, 0, job.units());
        UploadJob cancelled = job.end(UploadJob.Action.CANCEL, tx.now(), nothing);
        tx.work(all -> all.with(cancelled));
        return cancelled;
    }

    /** Does the work of a job as if it had ended at some time. */
    static UploadJob complete(Transaction tx, UploadJob job, Instant end) {
        UploadWork work = job.work();
        Dataset dataset = Objects.requireNonNull(tx.state().datasets().get(job.datasetHash()));
        if (work == null) {
            return job.end(UploadJob.Action.FINISH, end, job.outcome());
        }
        UnitImport intake = new UnitImport(tx, dataset, work, job.startedBy(), end);
        UploadOutcome outcome = intake.run(job.ignoreErrors());
        boolean failed = !job.ignoreErrors() && outcome.failed() > 0;
        UploadJob ended = job.end(failed ? UploadJob.Action.FAIL : UploadJob.Action.FINISH, end, outcome);
        tx.work(all -> all.with(ended));
        return ended;
    }

    private static void checkFolder(Dataset dataset, UploadRequest request) {
        if (dataset.isMirror() && request.folder() != null) {
            throw Refusal.invalid("Dataset " + dataset.hash() + " mirrors its backing folder; leave out folderUuid "
                    + request.folder() + ".");
        }
        if (!dataset.isMirror() && request.folder() == null) {
            throw Refusal.invalid(
                    "Dataset " + dataset.hash() + " has no backing folder; say with folderUuid where the files go.");
        }
    }

    private static boolean isHeld(PlatformState state, UploadJob job) {
        return !isEnded(job) && !state.clock().stepsPerPoll() && !(job.completion() instanceof Completion.AfterPolls);
    }

    private static boolean isEnded(@Nullable UploadJob job) {
        return job == null || job.position().isFinal();
    }

    private static UploadJob find(PlatformState state, String processHash) {
        UploadJob job = state.work().jobs().get(processHash);
        if (job == null) {
            throw Refusal.notFound("There is no upload job " + Quoted.value(processHash) + ".");
        }
        return job;
    }
}

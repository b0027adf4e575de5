package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadOutcome;
import io.encord4j.fake.internal.platform.model.UploadWork;
import java.time.Instant;
import java.util.Objects;

/** Upload jobs, by which 2026 clients add everything. */
public final class UploadJobs {

    private UploadJobs() {}

    /**
     * Starts a job. What is wrong with a unit shows when the job ends.
     *
     * @throws RefusedException if the folder does not fit the dataset, the integration does
     *     not exist, or bytes are to go to a dataset that does not host them
     */
    public static UploadJob start(OpenDataset open, UploadRequest request) {
        Transaction tx = open.tx();
        Dataset dataset = open.dataset();
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
                open.hash(),
                open.actor() instanceof Actor.Person person ? person.user().hash() : null,
                tx.now(),
                request.ignoreErrors(),
                request.fileName(),
                tx.state().uploads().completion(),
                request.units().size(),
                0,
                UploadJob.Status.PENDING,
                work,
                UploadOutcome.NONE);
        tx.work(all -> all.with(job));
        return endIfDue(tx, job);
    }

    /**
     * Asks for a job, which counts as a poll and may end the job.
     *
     * @throws RefusedException if the dataset has no such job
     */
    public static UploadJob poll(OpenDataset open, String processHash) {
        UploadJob polled = find(open.state(), open.dataset(), processHash).polled();
        open.tx().work(all -> all.with(polled));
        return endIfDue(open.tx(), polled);
    }

    /**
     * Finds a job without polling it.
     *
     * @throws RefusedException if the dataset has no such job
     */
    public static UploadJob find(PlatformState state, Dataset dataset, String processHash) {
        UploadJob job = state.work().jobs().get(processHash);
        if (job == null || !job.datasetHash().equals(dataset.hash())) {
            throw RefusedException.notFound(
                    "There is no upload job " + Quoted.value(processHash) + " in dataset " + dataset.hash() + ".");
        }
        return job;
    }

    /**
     * Ends a job now, whatever its plan.
     *
     * @throws RefusedException if there is no such job
     * @throws IllegalStateException if it has ended already
     */
    public static UploadJob finish(Transaction tx, String processHash) {
        return complete(tx, find(tx.state(), processHash), tx.now());
    }

    /**
     * Stops a job. Nothing is added.
     *
     * @throws RefusedException if there is no such job
     * @throws IllegalStateException if it has ended already
     */
    public static UploadJob cancel(Transaction tx, String processHash) {
        UploadJob job = find(tx.state(), processHash);
        UploadOutcome nothing =
                new UploadOutcome(UploadOutcome.NONE.rows(), UploadOutcome.NONE.errors(), 0, 0, job.units());
        UploadJob cancelled = job.end(UploadJob.Status.CANCELLED, nothing);
        tx.work(all -> all.with(cancelled));
        return cancelled;
    }

    /** Ends a job if its completion says that it has ended. */
    static UploadJob endIfDue(Transaction tx, UploadJob job) {
        if (job.isOver()) {
            return job;
        }
        return job.completion()
                .end(job.startedAt(), tx.now(), job.polls())
                .map(end -> complete(tx, job, end))
                .orElse(job);
    }

    /** Does the work of a job as if it had ended at some time. */
    private static UploadJob complete(Transaction tx, UploadJob job, Instant end) {
        UploadWork work = job.work();
        Dataset dataset = Objects.requireNonNull(tx.state().datasets().get(job.datasetHash()));
        if (work == null) {
            return job.end(UploadJob.Status.DONE, job.outcome());
        }
        UnitImport intake = new UnitImport(tx, dataset, work, job.startedBy(), end);
        UploadOutcome outcome = intake.run(job.ignoreErrors());
        boolean failed = !job.ignoreErrors() && outcome.failed() > 0;
        UploadJob ended = job.end(failed ? UploadJob.Status.ERROR : UploadJob.Status.DONE, outcome);
        tx.work(all -> all.with(ended));
        return ended;
    }

    private static void checkFolder(Dataset dataset, UploadRequest request) {
        if (dataset.isMirror() && request.folder() != null) {
            throw RefusedException.invalid("Dataset " + dataset.hash()
                    + " mirrors its backing folder; leave out folderUuid " + request.folder() + ".");
        }
        if (!dataset.isMirror() && request.folder() == null) {
            throw RefusedException.invalid(
                    "Dataset " + dataset.hash() + " has no backing folder; say with folderUuid where the files go.");
        }
    }

    private static UploadJob find(PlatformState state, String processHash) {
        UploadJob job = state.work().jobs().get(processHash);
        if (job == null) {
            throw RefusedException.notFound("There is no upload job " + Quoted.value(processHash) + ".");
        }
        return job;
    }
}

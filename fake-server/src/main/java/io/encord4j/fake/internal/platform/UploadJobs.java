package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadOutcome;
import io.encord4j.fake.internal.platform.model.UploadTarget;
import io.encord4j.fake.internal.platform.model.UploadWork;
import io.encord4j.fake.internal.platform.model.User;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        checkFolder(open, request);
        CloudIntegration integration =
                request.integrationId() == null ? null : Integrations.find(tx.state(), request.integrationId());
        if (integration == null) {
            HostedObjects.hosted(dataset);
        }
        String starter =
                open.actor() instanceof Actor.Person person ? person.user().hash() : null;
        UploadTarget target = new UploadTarget.OfDataset(open.hash(), request.folder());
        return begin(tx, starter, target, work(request, integration), request.ignoreErrors(), request.fileName());
    }

    private static UploadWork work(UploadRequest request, @Nullable CloudIntegration integration) {
        return new UploadWork(request.units(), integration, request.skipDuplicateUrls(), request.upsertMetadata());
    }

    static UploadJob begin(
            Transaction tx,
            @Nullable String starter,
            UploadTarget target,
            UploadWork work,
            boolean ignoreErrors,
            @Nullable String fileName) {
        UploadJob job = new UploadJob(
                tx.newHash(),
                target,
                starter,
                tx.now(),
                ignoreErrors,
                fileName,
                tx.state().uploads().completion(),
                work.units().size(),
                0,
                UploadJob.Status.PENDING,
                work,
                UploadOutcome.NONE);
        tx.work(all -> all.with(job));
        return endIfDue(tx, job);
    }

    /**
     * Starts a job that adds items to a folder. What is wrong with a unit shows when the job ends.
     *
     * @throws RefusedException if the user is no admin of the folder, it is synchronised with a bucket, or the integration
     *     does not exist
     */
    public static UploadJob startInFolder(Transaction tx, User user, UUID folder, UploadRequest request) {
        FolderAccess.filled(tx.state(), user, folder);
        UUID named = request.integrationId();
        CloudIntegration integration =
                named == null ? null : tx.state().integrations().get(named);
        if (named != null && integration == null) {
            throw RefusedException.of(
                    RefusalKind.NOT_AUTHORISED,
                    "There is no cloud integration " + named + ", or you have no access to it.");
        }
        Folder counted = Objects.requireNonNull(tx.state().files().folders().find(folder))
                .withUploadJob();
        StorageFolders.put(tx, counted);
        UploadTarget target = new UploadTarget.OfFolder(folder);
        return begin(tx, user.hash(), target, work(request, integration), request.ignoreErrors(), request.fileName());
    }

    /**
     * Asks for a job of a folder, which counts as a poll and may end the job.
     *
     * @throws RefusedException if the user has no access to the folder, or it has no such job
     */
    static UploadJob poll(Transaction tx, User user, UploadTarget target, String processHash) {
        UploadJob polled = find(tx.state(), user, target, processHash).polled();
        tx.work(all -> all.with(polled));
        return endIfDue(tx, polled);
    }

    /** Finds a job of a folder without polling it. */
    static UploadJob find(PlatformState state, User user, UploadTarget target, String processHash) {
        FolderAccess.folder(state, user, Objects.requireNonNull(target.folder()));
        UploadJob job = state.work().jobs().get(processHash);
        if (job == null || !job.target().equals(target)) {
            // As is documented for synchronisations alone.
            RefusalKind unknown =
                    target instanceof UploadTarget.OfSync ? RefusalKind.INVALID_ARGUMENTS : RefusalKind.NOT_FOUND;
            throw RefusedException.of(
                    unknown, "There is no job " + Quoted.value(processHash) + " in folder " + target.folder() + ".");
        }
        return job;
    }

    /**
     * Stops a job of a folder, if it has not ended.
     *
     * @return how many units were stopped
     * @throws RefusedException if the user is no admin of the folder, or it has no such job
     */
    public static int cancelInFolder(Transaction tx, User user, UUID folder, String processHash) {
        FolderAccess.administered(tx.state(), user, folder);
        UploadJob job = find(tx.state(), user, new UploadTarget.OfFolder(folder), processHash);
        return job.isOver() ? 0 : cancel(tx, processHash).outcome().cancelled();
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
        if (job == null
                || !(job.target() instanceof UploadTarget.OfDataset in)
                || !in.hash().equals(dataset.hash())) {
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
        if (work == null) {
            return job.end(UploadJob.Status.DONE, job.outcome());
        }
        if (!job.target().isThere(tx.state())) {
            return cancel(tx, job.processHash());
        }
        UploadOutcome outcome = run(tx, job, work, end);
        boolean failed = !job.ignoreErrors() && outcome.failed() > 0;
        UploadJob ended = job.end(failed ? UploadJob.Status.ERROR : UploadJob.Status.DONE, outcome);
        tx.work(all -> all.with(ended));
        return ended;
    }

    private static UploadOutcome run(Transaction tx, UploadJob job, UploadWork work, Instant end) {
        UploadTarget target = job.target();
        if (target instanceof UploadTarget.OfDataset in) {
            Dataset dataset = Objects.requireNonNull(tx.state().datasets().get(in.hash()));
            return UnitImport.intoDataset(tx, dataset, in.folder(), work, job.startedBy(), end)
                    .run(job.ignoreErrors());
        }
        UUID folder = Objects.requireNonNull(target.folder());
        if (target instanceof UploadTarget.OfSync) {
            return CloudSyncs.run(
                    tx, job, Objects.requireNonNull(tx.state().files().folders().find(folder)), work, end);
        }
        return UnitImport.intoFolder(tx, folder, work, job.startedBy(), end).run(job.ignoreErrors());
    }

    private static void checkFolder(OpenDataset open, UploadRequest request) {
        Dataset dataset = open.dataset();
        if (dataset.isMirror() && request.folder() != null) {
            throw RefusedException.invalid("Dataset " + dataset.hash()
                    + " mirrors its backing folder; leave out folderUuid " + request.folder() + ".");
        }
        if (!dataset.isMirror() && request.folder() == null) {
            throw RefusedException.invalid(
                    "Dataset " + dataset.hash() + " has no backing folder; say with folderUuid where the files go.");
        }
        if (request.folder() != null) {
            User user = open.actor() instanceof Actor.Person person
                    ? person.user()
                    : Users.user(open.state(), dataset.owner());
            FolderAccess.filled(open.state(), user, request.folder());
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

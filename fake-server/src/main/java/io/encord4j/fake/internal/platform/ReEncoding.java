package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Re-encoding tasks. How they go is planned when they start; nothing runs meanwhile. */
public final class ReEncoding {

    /**
     * What a client learns about a task.
     *
     * @param results the videos that were re-encoded, as rows of the present; null until the task is done
     */
    public record Progress(
            ReEncodeTask.Status status, @Nullable List<DataRow> results) {}

    private ReEncoding() {}

    /**
     * Starts a task. Hashes that are not videos of the dataset are ignored.
     */
    public static ReEncodeTask start(OpenDataset open, List<String> dataHashes) {
        Transaction tx = open.tx();
        Dataset dataset = open.dataset();
        List<String> videos = dataHashes.stream()
                .distinct()
                .filter(hash -> isVideo(dataset.rows().get(hash)))
                .toList();
        ReEncodeTask task = new ReEncodeTask(
                tx.newTaskId(),
                open.hash(),
                videos,
                tx.now(),
                tx.state().reEncoding(),
                0,
                ReEncodeTask.Status.SUBMITTED,
                null);
        tx.work(work -> work.with(task));
        return endIfDue(tx, task);
    }

    /**
     * Asks for a task, which counts as a poll and may end the task.
     *
     * @throws RefusedException if the dataset has no such task
     */
    public static Progress poll(OpenDataset open, int taskId) {
        ReEncodeTask polled = find(open.state(), open.hash(), taskId).polled();
        open.tx().work(work -> work.with(polled));
        ReEncodeTask task = endIfDue(open.tx(), polled);
        return progress(open.state(), task);
    }

    /**
     * Ends a task by hand.
     *
     * @throws RefusedException if there is no such task
     * @throws IllegalStateException if it has ended already
     */
    public static ReEncodeTask end(Transaction tx, long taskId, ReEncodeTask.Action action) {
        boolean possible = taskId == (int) taskId;
        ReEncodeTask task = possible ? tx.state().work().tasks().get((int) taskId) : null;
        if (task == null) {
            throw RefusedException.notFound("There is no re-encoding task " + taskId + ".");
        }
        ReEncodeTask moved = task.end(action.status(), tx.now());
        tx.work(work -> work.with(moved));
        return moved;
    }

    /** Ends a task if its plan says that it has ended. */
    static ReEncodeTask endIfDue(Transaction tx, ReEncodeTask task) {
        if (task.isOver()) {
            return task;
        }
        return task.plan()
                .completion()
                .end(task.startedAt(), tx.now(), task.polls())
                .map(end -> complete(tx, task, end))
                .orElse(task);
    }

    private static ReEncodeTask complete(Transaction tx, ReEncodeTask task, Instant end) {
        boolean allFail =
                !task.videos().isEmpty() && task.videos().stream().allMatch(hash -> fails(tx.state(), task, hash));
        ReEncodeTask.Status status =
                task.plan().fails() || allFail ? ReEncodeTask.Status.ERROR : ReEncodeTask.Status.DONE;
        ReEncodeTask ended = task.end(status, end);
        tx.work(work -> work.with(ended));
        return ended;
    }

    /**
     * Returns where a task stands without asking for it as a client.
     *
     * @return where it stands; a video that was deleted meanwhile is not among the results
     */
    public static Progress progress(PlatformState state, ReEncodeTask task) {
        if (task.status() != ReEncodeTask.Status.DONE) {
            return new Progress(task.status(), null);
        }
        Dataset dataset = Objects.requireNonNull(state.datasets().get(task.datasetHash()));
        List<DataRow> results = task.videos().stream()
                .filter(hash -> !fails(state, task, hash))
                .map(hash -> dataset.rows().get(hash))
                .filter(ReEncoding::isVideo)
                .toList();
        return new Progress(task.status(), results);
    }

    private static boolean fails(PlatformState state, ReEncodeTask task, String dataHash) {
        Dataset dataset = state.datasets().get(task.datasetHash());
        DataRow row = dataset == null ? null : dataset.rows().get(dataHash);
        return task.plan().failingVideos().contains(dataHash)
                || (row != null && task.plan().failingVideos().contains(row.title()));
    }

    private static boolean isVideo(@Nullable DataRow row) {
        return row != null && row.type() == FakeDataType.VIDEO;
    }

    private static ReEncodeTask find(PlatformState state, String datasetHash, int taskId) {
        ReEncodeTask task = state.work().tasks().get(taskId);
        if (task == null || !task.datasetHash().equals(datasetHash)) {
            throw RefusedException.notFound(
                    "There is no re-encoding task " + taskId + " in dataset " + datasetHash + ".");
        }
        return task;
    }
}

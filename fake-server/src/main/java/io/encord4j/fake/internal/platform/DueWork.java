package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.JobsAndTasks;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.platform.model.UploadJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ends work whose time has come. It runs before every change and, when something is due, before every reading, so work
 * looks as if it had ended exactly when it was due; the rows of a job carry that time.
 */
final class DueWork {

    private DueWork() {}

    static boolean isDue(PlatformState state, Instant now) {
        return state.work().nextDue().filter(due -> !due.isAfter(now)).isPresent();
    }

    static void settle(Transaction tx) {
        while (isDue(tx.state(), tx.now())) {
            settleNext(tx, tx.state().work());
        }
    }

    private static void settleNext(Transaction tx, JobsAndTasks work) {
        Instant due = work.nextDue().orElseThrow();
        for (var entry : work.timedJobs().entrySet()) {
            if (entry.getValue().equals(due)) {
                settle(tx, present(work.jobs().get(entry.getKey())));
                return;
            }
        }
        for (var entry : work.timedTasks().entrySet()) {
            if (entry.getValue().equals(due)) {
                settle(tx, present(work.tasks().get(entry.getKey())));
                return;
            }
        }
    }

    /** Ends the job if its policy says that it has ended. */
    static UploadJob settle(Transaction tx, UploadJob job) {
        if (job.position().isFinal()) {
            return job;
        }
        return job.completion()
                .end(job.startedAt(), tx.now(), job.polls())
                .map(end -> UploadJobs.complete(tx, job, end))
                .orElse(job);
    }

    /** Ends the task if its plan says that it has ended. */
    static ReEncodeTask settle(Transaction tx, ReEncodeTask task) {
        if (task.position().isFinal()) {
            return task;
        }
        return task.plan()
                .completion()
                .end(task.startedAt(), tx.now(), task.polls())
                .map(end -> ReEncoding.complete(tx, task, end))
                .orElse(task);
    }

    private static <T> T present(@Nullable T work) {
        if (work == null) {
            throw new IllegalStateException("Something is timed that does not exist.");
        }
        return work;
    }
}

package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.Work;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ends work whose time has come. It runs before every change and, when something is due, before every reading, so work
 * looks as if it had ended exactly when it was due; the rows of a job carry that time.
 */
final class Settlement {

    private Settlement() {}

    static boolean isDue(PlatformState state, Instant now) {
        return state.work().nextDue().filter(due -> !due.isAfter(now)).isPresent();
    }

    static void settle(Change change) {
        while (isDue(change.state(), change.now())) {
            settleNext(change, change.state().work());
        }
    }

    private static void settleNext(Change change, Work work) {
        Instant due = work.nextDue().orElseThrow();
        for (var entry : work.timedJobs().entrySet()) {
            if (entry.getValue().equals(due)) {
                settle(change, present(work.jobs().get(entry.getKey())));
                return;
            }
        }
        for (var entry : work.timedTasks().entrySet()) {
            if (entry.getValue().equals(due)) {
                settle(change, present(work.tasks().get(entry.getKey())));
                return;
            }
        }
    }

    /** Ends the job if its policy says that it has ended. */
    static UploadJob settle(Change change, UploadJob job) {
        if (job.position().isFinal()) {
            return job;
        }
        return job.completion()
                .end(job.startedAt(), change.now(), job.polls())
                .map(end -> UploadJobs.complete(change, job, end))
                .orElse(job);
    }

    /** Ends the task if its plan says that it has ended. */
    static ReEncodeTask settle(Change change, ReEncodeTask task) {
        if (task.position().isFinal()) {
            return task;
        }
        return task.plan()
                .completion()
                .end(task.startedAt(), change.now(), task.polls())
                .map(end -> ReEncoding.complete(change, task, end))
                .orElse(task);
    }

    private static <T> T present(@Nullable T work) {
        if (work == null) {
            throw new IllegalStateException("Something is timed that does not exist.");
        }
        return work;
    }
}

package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.JobsAndTasks;
import io.encord4j.fake.internal.platform.model.PlatformState;
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

    static void end(Transaction tx) {
        while (isDue(tx.state(), tx.now())) {
            endNext(tx, tx.state().work());
        }
    }

    private static void endNext(Transaction tx, JobsAndTasks work) {
        Instant due = work.nextDue().orElseThrow();
        for (var entry : work.timedJobs().entrySet()) {
            if (entry.getValue().equals(due)) {
                UploadJobs.endIfDue(tx, present(work.jobs().get(entry.getKey())));
                return;
            }
        }
        for (var entry : work.timedTasks().entrySet()) {
            if (entry.getValue().equals(due)) {
                ReEncoding.endIfDue(tx, present(work.tasks().get(entry.getKey())));
                return;
            }
        }
    }

    private static <T> T present(@Nullable T work) {
        if (work == null) {
            throw new IllegalStateException("Something is timed that does not exist.");
        }
        return work;
    }
}

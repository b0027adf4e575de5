package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.ReEncodePlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A re-encoding task. Its results are computed when asked for, from those of its videos that still exist then.
 *
 * @param id positive, unique in its world
 * @param videos hashes of the rows that the task is about, in the order asked
 * @param polls how often it was asked for
 */
public record ReEncodeTask(
        int id,
        String datasetHash,
        List<String> videos,
        Instant startedAt,
        ReEncodePlan plan,
        int polls,
        Status status,
        @Nullable Instant endedAt) {

    /** What a client sees. */
    public enum Status {
        /** Accepted, not finished. */
        SUBMITTED,
        /** Finished; results can be read. */
        DONE,
        /** Failed as a whole. */
        ERROR
    }

    /** How a task can be ended by hand. */
    public enum Action {
        FINISH(Status.DONE),
        FAIL(Status.ERROR);

        private final Status status;

        Action(Status status) {
            this.status = status;
        }

        public Status status() {
            return status;
        }
    }

    public ReEncodeTask {
        videos = List.copyOf(videos);
    }

    /** Counts a poll. */
    public ReEncodeTask polled() {
        return new ReEncodeTask(id, datasetHash, videos, startedAt, plan, polls + 1, status, endedAt);
    }

    /**
     * Ends the task.
     *
     * @throws IllegalStateException if it has ended already
     */
    public ReEncodeTask end(Status ending, Instant at) {
        if (isOver()) {
            throw new IllegalStateException("Re-encoding task " + id + " is " + status + " since " + endedAt
                    + " and cannot become " + ending + ".");
        }
        return new ReEncodeTask(id, datasetHash, videos, startedAt, plan, polls, ending, at);
    }

    public boolean isOver() {
        return status != Status.SUBMITTED;
    }
}

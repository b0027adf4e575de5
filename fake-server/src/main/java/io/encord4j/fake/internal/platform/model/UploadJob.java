package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.Completion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upload job.
 *
 * @param startedBy hash of the user, or null if an API key started it
 * @param ignoreErrors whether good units are taken in although others fail
 * @param fileName the file that the private data came from, or null
 * @param polls how often it was asked for
 * @param work what is to do; null once the job has ended
 */
public record UploadJob(
        String processHash,
        UploadTarget target,
        @Nullable String startedBy,
        Instant startedAt,
        boolean ignoreErrors,
        @Nullable String fileName,
        Completion completion,
        int units,
        int polls,
        Status status,
        @Nullable UploadWork work,
        UploadOutcome outcome) {

    /** What a client sees. */
    public enum Status {
        /** Not ended. */
        PENDING,
        /** Ended; the rows are there. */
        DONE,
        /** Failed as a whole. */
        ERROR,
        /** Stopped. */
        CANCELLED
    }

    /** Counts a poll. */
    public UploadJob polled() {
        return new UploadJob(
                processHash,
                target,
                startedBy,
                startedAt,
                ignoreErrors,
                fileName,
                completion,
                units,
                polls + 1,
                status,
                work,
                outcome);
    }

    /**
     * Ends the job.
     *
     * @throws IllegalStateException if it has ended already
     */
    public UploadJob end(Status ending, UploadOutcome result) {
        if (isOver()) {
            throw new IllegalStateException(
                    "Upload job " + processHash + " is " + status + " and cannot become " + ending + ".");
        }
        return new UploadJob(
                processHash,
                target,
                startedBy,
                startedAt,
                ignoreErrors,
                fileName,
                completion,
                units,
                polls,
                ending,
                null,
                result);
    }

    public boolean isOver() {
        return status != Status.PENDING;
    }

    /** Counts units that are not dealt with yet. */
    public int pending() {
        return isOver() ? 0 : units;
    }

    /** Names the job; its work can be large. */
    @Override
    public String toString() {
        return "UploadJob[processHash=" + processHash + ", status=" + status + ", units=" + units + "]";
    }
}

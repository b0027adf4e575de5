package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.Completion;
import java.time.Instant;
import java.util.List;
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
        String datasetHash,
        @Nullable String startedBy,
        Instant startedAt,
        boolean ignoreErrors,
        @Nullable String fileName,
        Completion completion,
        int units,
        int polls,
        StateMachine.Position<Status, Action> position,
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

    /** What can happen to a job. */
    public enum Action {
        /** The units were taken in. */
        FINISH,
        /** A unit failed, and errors are not ignored. */
        FAIL,
        /** Somebody stopped it. */
        CANCEL
    }

    /** The legal moves. */
    public static final StateMachine<Status, Action> MACHINE = new StateMachine<>(
            "The upload job",
            Status.PENDING,
            List.of(
                    new StateMachine.Rule<>(Status.PENDING, Action.FINISH, Status.DONE),
                    new StateMachine.Rule<>(Status.PENDING, Action.FAIL, Status.ERROR),
                    new StateMachine.Rule<>(Status.PENDING, Action.CANCEL, Status.CANCELLED)));

    /** Counts a poll. */
    public UploadJob polled() {
        return new UploadJob(
                processHash,
                datasetHash,
                startedBy,
                startedAt,
                ignoreErrors,
                fileName,
                completion,
                units,
                polls + 1,
                position,
                work,
                outcome);
    }

    /** Ends the job. */
    public UploadJob end(Action action, Instant at, UploadOutcome result) {
        return new UploadJob(
                processHash,
                datasetHash,
                startedBy,
                startedAt,
                ignoreErrors,
                fileName,
                completion,
                units,
                polls,
                position.move(action, at),
                null,
                result);
    }

    /** Returns the state that a client sees. */
    public Status status() {
        return position.state();
    }

    /** Counts units that are not dealt with yet. */
    public int pending() {
        return position.isFinal() ? 0 : units;
    }

    /** Names the job; its work can be large. */
    @Override
    public String toString() {
        return "UploadJob[processHash=" + processHash + ", status=" + status() + ", units=" + units + "]";
    }
}

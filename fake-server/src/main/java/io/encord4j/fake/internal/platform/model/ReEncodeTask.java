package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.ReEncodePlan;
import java.time.Instant;
import java.util.List;

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
        StateMachine.Position<Status, Action> position) {

    /** What a client sees. */
    public enum Status {
        /** Accepted, not finished. */
        SUBMITTED,
        /** Finished; results can be read. */
        DONE,
        /** Failed as a whole. */
        ERROR
    }

    /** What can happen to a task. */
    public enum Action {
        /** Encoding has ended well. */
        FINISH,
        /** Encoding has failed. */
        FAIL
    }

    /** The legal moves. */
    public static final StateMachine<Status, Action> MACHINE = new StateMachine<>(
            "The re-encoding task",
            Status.SUBMITTED,
            List.of(
                    new StateMachine.Rule<>(Status.SUBMITTED, Action.FINISH, Status.DONE),
                    new StateMachine.Rule<>(Status.SUBMITTED, Action.FAIL, Status.ERROR)));

    public ReEncodeTask {
        videos = List.copyOf(videos);
    }

    /** Counts a poll. */
    public ReEncodeTask polled() {
        return new ReEncodeTask(id, datasetHash, videos, startedAt, plan, polls + 1, position);
    }

    /** Makes a move. */
    public ReEncodeTask move(Action action, Instant at) {
        return new ReEncodeTask(id, datasetHash, videos, startedAt, plan, polls, position.move(action, at));
    }

    /** Returns the state that a client sees. */
    public Status status() {
        return position.state();
    }
}

package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.ReEncodePlan;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A re-encoding of videos that is started for items, wherever they lie.
 *
 * @param uuid names it
 * @param startedBy hash of the user
 * @param items the videos
 * @param startedAt when
 * @param plan how it goes
 * @param polls how often it was asked for
 * @param ended how somebody ended it by hand, or null
 */
public record ItemEncoding(
        UUID uuid,
        String startedBy,
        List<UUID> items,
        Instant startedAt,
        ReEncodePlan plan,
        int polls,
        ReEncodeTask.@Nullable Action ended) {

    public ItemEncoding {
        items = List.copyOf(items);
    }

    /**
     * Counts a poll.
     *
     * @return the same, asked for once more
     */
    public ItemEncoding polled() {
        return new ItemEncoding(uuid, startedBy, items, startedAt, plan, polls + 1, ended);
    }

    /**
     * Ends it by hand.
     *
     * @param action how
     * @param now the present
     * @return the same, ended
     * @throws IllegalStateException if it has ended already
     */
    public ItemEncoding end(ReEncodeTask.Action action, Instant now) {
        ReEncodeTask.Status status = status(now);
        if (status != ReEncodeTask.Status.SUBMITTED) {
            throw new IllegalStateException(
                    "Re-encoding " + uuid + " is " + status + " and cannot become " + action.status() + ".");
        }
        return new ItemEncoding(uuid, startedBy, items, startedAt, plan, polls, action);
    }

    /**
     * Tells what a client sees.
     *
     * @param now the present
     * @return how far it is
     */
    public ReEncodeTask.Status status(Instant now) {
        if (ended != null) {
            return ended.status();
        }
        if (plan.completion().end(startedAt, now, polls).isEmpty()) {
            return ReEncodeTask.Status.SUBMITTED;
        }
        boolean allFail = !items.isEmpty()
                && items.stream().allMatch(item -> plan.failingVideos().contains(item.toString()));
        return plan.fails() || allFail ? ReEncodeTask.Status.ERROR : ReEncodeTask.Status.DONE;
    }
}

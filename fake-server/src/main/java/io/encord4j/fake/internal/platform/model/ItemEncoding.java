package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.ReEncodePlan;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A re-encoding of videos that is started for items, wherever they lie.
 *
 * @param uuid names it
 * @param startedBy hash of the user
 * @param items the videos
 * @param startedAt when
 * @param plan how it goes
 * @param polls how often it was asked for
 */
public record ItemEncoding(
        UUID uuid, String startedBy, List<UUID> items, Instant startedAt, ReEncodePlan plan, int polls) {

    public ItemEncoding {
        items = List.copyOf(items);
    }

    /**
     * Counts a poll.
     *
     * @return the same, asked for once more
     */
    public ItemEncoding polled() {
        return new ItemEncoding(uuid, startedBy, items, startedAt, plan, polls + 1);
    }

    /**
     * Tells what a client sees.
     *
     * @param now the present
     * @return how far it is
     */
    public ReEncodeTask.Status status(Instant now) {
        if (plan.completion().end(startedAt, now, polls).isEmpty()) {
            return ReEncodeTask.Status.SUBMITTED;
        }
        boolean allFail = !items.isEmpty()
                && items.stream().allMatch(item -> plan.failingVideos().contains(item.toString()));
        return plan.fails() || allFail ? ReEncodeTask.Status.ERROR : ReEncodeTask.Status.DONE;
    }
}

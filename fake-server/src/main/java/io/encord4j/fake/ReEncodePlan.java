package io.encord4j.fake;

import java.util.Set;

/**
 * How re-encoding will go. A task keeps the plan that was in force when it was started.
 *
 * @param completion when it ends
 * @param fails whether the task fails as a whole
 * @param failingVideos data hashes or titles of videos that cannot be re-encoded: they are left out of the results,
 *     and the task fails when nothing else is in it
 */
public record ReEncodePlan(Completion completion, boolean fails, Set<String> failingVideos) {

    /** The second poll finds everything done, so the first one answers {@code SUBMITTED} as the service does. */
    public static final ReEncodePlan DEFAULT = new ReEncodePlan(new Completion.AfterPolls(2), false, Set.of());

    /**
     * Copies the set.
     *
     * @param completion when it ends
     * @param fails whether the task fails as a whole
     * @param failingVideos data hashes or titles of videos that cannot be re-encoded
     */
    public ReEncodePlan {
        failingVideos = Set.copyOf(failingVideos);
    }

    /**
     * Makes a plan in which everything succeeds.
     *
     * @param completion when it ends
     * @return the plan
     */
    public static ReEncodePlan succeeding(Completion completion) {
        return new ReEncodePlan(completion, false, Set.of());
    }
}

package io.encord4j.fake;

import java.util.Map;

/**
 * How upload jobs will go. A job keeps the completion that was in force when it was started; failing links are looked up
 * when it ends.
 *
 * @param completion when a job ends
 * @param failingLinks error text by object key or URL: a unit with such a file fails
 */
public record UploadPlan(Completion completion, Map<String, String> failingLinks) {

    /** Everything is done at once. */
    public static final UploadPlan DEFAULT = new UploadPlan(new Completion.Immediately(), Map.of());

    /**
     * Copies the map.
     *
     * @param completion when a job ends
     * @param failingLinks error text by object key or URL
     */
    public UploadPlan {
        failingLinks = Map.copyOf(failingLinks);
    }
}

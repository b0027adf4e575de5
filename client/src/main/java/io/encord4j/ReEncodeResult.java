package io.encord4j;

import java.util.List;

/** How a re-encoding stands. */
public sealed interface ReEncodeResult {
    /**
     * The number of the task.
     *
     * @return the number
     */
    String taskId();

    /**
     * The service is at it.
     *
     * @param taskId the id of the task
     * @param status what the service says: {@code SUBMITTED}, or a word that this version does not know
     */
    record Submitted(String taskId, String status) implements ReEncodeResult {}

    /**
     * The videos were re-encoded.
     *
     * @param taskId the id of the task
     * @param videos the new videos; those that do not belong to the dataset are missing
     */
    record Done(String taskId, List<ReEncodedVideo> videos) implements ReEncodeResult {
        /**
         * Keeps a copy of the videos.
         *
         * @param taskId the id of the task
         * @param videos the new videos
         */
        public Done {
            videos = List.copyOf(videos);
        }
    }

    /**
     * The re-encoding has failed.
     *
     * @param taskId the id of the task
     */
    record Failed(String taskId) implements ReEncodeResult {}
}

package io.encord4j;

import java.util.List;

/** The state of a re-encode task. */
public sealed interface ReEncodeResult {
    /**
     * The number of the task.
     *
     * @return the number
     */
    String taskId();

    /**
     * The service is working on it.
     *
     * @param status the status that the service reports: {@code SUBMITTED}, or one that this version does not know
     */
    record Submitted(String taskId, String status) implements ReEncodeResult {}

    /**
     * The videos were re-encoded.
     *
     * @param videos the new videos; those that do not belong to the dataset are missing
     */
    record Done(String taskId, List<ReEncodedVideo> videos) implements ReEncodeResult {
        /** Keeps a copy of the videos. */
        public Done {
            videos = List.copyOf(videos);
        }
    }

    /** The re-encoding has failed. */
    record Failed(String taskId) implements ReEncodeResult {}
}

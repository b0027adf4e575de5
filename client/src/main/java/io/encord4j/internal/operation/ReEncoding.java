package io.encord4j.internal.operation;

import io.encord4j.ReEncodeResult;
import io.encord4j.ReEncodeTask;

/** A re-encoding, which is known by a number. */
public final class ReEncoding extends PollingOperation<ReEncodeResult> implements ReEncodeTask {
    private final long taskId;

    /**
     * Makes the handle.
     *
     * @param taskId the number of the task
     * @param question asks how it stands
     * @param waiting tells the time and lets it pass
     * @param background threads for futures
     */
    public ReEncoding(long taskId, Question<ReEncodeResult> question, Waiting waiting, Background background) {
        super(Long.toString(taskId), question, Pacing.asking(), waiting, background);
        this.taskId = taskId;
    }

    @Override
    public long taskId() {
        return taskId;
    }
}

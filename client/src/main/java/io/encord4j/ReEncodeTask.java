package io.encord4j;

/** Videos being re-encoded. */
public interface ReEncodeTask extends Operation<ReEncodeResult> {
    /**
     * The number by which the service knows the task.
     *
     * @return a positive number
     */
    long taskId();
}

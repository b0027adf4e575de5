package io.encord4j;

import org.jspecify.annotations.Nullable;

/** The call was cancelled, or its client was closed meanwhile. */
public final class CancelledException extends CallException {
    private final transient @Nullable UploadReport<?> report;

    /**
     * Creates the error.
     *
     * @param details what is known about the failure
     * @param cause what failed beneath, or null
     */
    public CancelledException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
        this.report = null;
    }

    /**
     * Creates the error of an upload.
     *
     * @param details what is known about the failure
     * @param cause what failed beneath, or null
     * @param report what became of each file so far
     */
    public CancelledException(ErrorDetails details, @Nullable Throwable cause, UploadReport<?> report) {
        super(details, cause);
        this.report = report;
    }

    /**
     * What became of each file, if this ended an upload.
     *
     * @return the report, which can be resumed; null if this ended something else
     */
    public @Nullable UploadReport<?> report() {
        return report;
    }
}

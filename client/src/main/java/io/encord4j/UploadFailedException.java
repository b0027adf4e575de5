package io.encord4j;

/**
 * At least one file could not be brought in, and failures were not tolerated; or nothing at all was made of them. The cause is that of the first
 * failed file.
 *
 * <pre>{@code
 * try {
 *     return client.createImageGroup(images);
 * } catch (UploadFailedException e) {
 *     e.report().failed().forEach(failed -> out.println(failed.file() + ": " + failed.cause()));
 *     e.report().retryFailed();
 * }
 * }</pre>
 */
public final class UploadFailedException extends EncordException {
    private final transient UploadReport<?> report;

    /**
     * Creates the error.
     *
     * @param report what became of each file
     * @param cause why the first of them failed
     */
    public UploadFailedException(UploadReport<?> report, EncordException cause) {
        super(
                cause.details()
                        .withSummary("%d of %d files could not be uploaded. The first one: %s"
                                .formatted(
                                        report.failed().size(),
                                        report.files().size(),
                                        cause.details().summary())),
                cause);
        this.report = report;
    }

    /**
     * What became of each file.
     *
     * @return the report, with which the upload can be taken up again
     */
    public UploadReport<?> report() {
        return report;
    }
}

package io.encord4j;

import java.util.stream.Stream;

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
                        .withSummary("%s The first one, %s: %s"
                                .formatted(
                                        summary(report),
                                        firstFile(report),
                                        cause.details().summary())),
                cause);
        this.report = report;
    }

    /**
     * Creates the error of an upload that a listener has ended.
     *
     * @param report what became of each file
     * @param cause what the listener threw
     */
    public UploadFailedException(UploadReport<?> report, RuntimeException cause) {
        super(ErrorDetails.of("A listener has ended the upload. " + summary(report)), cause);
        this.report = report;
    }

    private static String summary(UploadReport<?> report) {
        String undecided = report.undecided().isEmpty()
                ? ""
                : ", and of %d it is not known whether they are in"
                        .formatted(report.undecided().size());
        return "%d of %d files could not be uploaded%s."
                .formatted(report.failed().size(), report.files().size(), undecided);
    }

    private static String firstFile(UploadReport<?> report) {
        return Stream.concat(report.failed().stream(), report.undecided().stream())
                .map(outcome -> outcome.file().toString())
                .findFirst()
                .orElse("");
    }

    /**
     * What became of each file.
     *
     * @return the report, with which the upload can be resumed
     */
    public UploadReport<?> report() {
        return report;
    }
}

package io.encord4j;

import java.util.List;

/**
 * What became of each file of an upload.
 *
 * @param <T> what the files become
 */
public interface UploadReport<T extends UploadedData> {
    /**
     * The rows that were made.
     *
     * @return the rows, for single files in the order of the files
     */
    List<T> created();

    /**
     * The outcome of each file.
     *
     * @return one outcome a file, in the order given
     */
    List<FileOutcome> files();

    /**
     * Uploads what failed or was not started, with the options of the first time. Files that are in already are reported as skipped. A job
     * whose end was not seen the first time, because of {@link UploadOptions#timeout()} for instance, is looked after again, and nothing of
     * it is sent twice.
     *
     * <p>For a group or series, bytes that the storage already holds are not sent again, and the whole is made when every file is there. If it
     * was made the first time without files that failed, those become a further one.
     *
     * @return the report of the new attempt
     * @throws UploadFailedException as the first time
     */
    UploadReport<T> retryFailed();

    /**
     * Tells whether every file is in.
     *
     * @return true if nothing failed and nothing was left undone
     */
    default boolean isComplete() {
        return failed().isEmpty() && notStarted().isEmpty();
    }

    /**
     * The files that are in.
     *
     * @return their outcomes
     */
    default List<FileOutcome.Uploaded> uploaded() {
        return only(FileOutcome.Uploaded.class);
    }

    /**
     * The files that were in already.
     *
     * @return their outcomes
     */
    default List<FileOutcome.Skipped> skipped() {
        return only(FileOutcome.Skipped.class);
    }

    /**
     * The files that could not be brought in.
     *
     * @return their outcomes with the causes
     */
    default List<FileOutcome.Failed> failed() {
        return only(FileOutcome.Failed.class);
    }

    /**
     * The files that were not tried or not registered.
     *
     * @return their outcomes
     */
    default List<FileOutcome.NotStarted> notStarted() {
        return only(FileOutcome.NotStarted.class);
    }

    private <F extends FileOutcome> List<F> only(Class<F> kind) {
        return files().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

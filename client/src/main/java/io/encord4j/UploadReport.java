package io.encord4j;

import java.util.List;

/**
 * What became of each file of an upload.
 *
 * @param <T> what the files become
 */
public interface UploadReport<T extends UploadResult> {
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
     * Uploads what failed, was not started, or is undecided, with the options of the first time. Files that are in already are reported as
     * skipped. What is undecided is looked for first: by its job, if that is known, else among the rows of the dataset. It is registered
     * again, without being sent again, only if it is not there and {@link UploadOptions#settleTime()} has passed since it was asked for.
     *
     * <p>Calls on the same report, one after the other or by several threads, share one attempt and get the same report.
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
     * @return true if nothing failed, nothing is undecided, and nothing was left undone
     */
    default boolean isComplete() {
        return failed().isEmpty() && undecided().isEmpty() && notStarted().isEmpty();
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
     * The files of which it is not known whether they are in.
     *
     * @return their outcomes with what hid the answer
     */
    default List<FileOutcome.Undecided> undecided() {
        return only(FileOutcome.Undecided.class);
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

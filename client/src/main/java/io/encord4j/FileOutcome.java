package io.encord4j;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What became of one file of an upload. */
public sealed interface FileOutcome {
    /**
     * The file.
     *
     * @return the path as it was given
     */
    Path file();

    /**
     * The file was sent, and is part of the dataset.
     *
     * @param row the row that it became; null when it is a part of a group or series, or when the service says that it is there, but not which
     *     row it is
     */
    record Uploaded(Path file, @Nullable UploadResult row) implements FileOutcome {}

    /**
     * The file was left out: an earlier attempt had already brought it in, or it is not to be uploaded.
     *
     * @param reason why
     */
    record Skipped(Path file, String reason) implements FileOutcome {}

    /**
     * The file could not be sent or registered; nothing of it is in the dataset.
     *
     * @param cause why
     */
    record Failed(Path file, EncordException cause) implements FileOutcome {}

    /**
     * The service was asked to register the file, and its answer was not seen: the file may be part of the dataset or not. {@link
     * UploadReport#retryFailed()}, and an upload with the same journal, look for it before they repeat anything.
     *
     * @param cause what hid the answer
     */
    record Undecided(Path file, EncordException cause) implements FileOutcome {}

    /** The file was not tried, or was sent but not registered, since another one had failed. */
    record NotStarted(Path file) implements FileOutcome {}
}

package io.encord4j;

import static java.util.Objects.requireNonNull;

import io.encord4j.internal.workflow.StagingCalls;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Uploads in two steps, for programs that send from many machines: each of them sends bytes, which nobody sees yet, and one of them has what
 * arrived registered. Bytes that were sent twice, or by a machine that died, leave no trace in the dataset.
 *
 * <pre>{@code
 * StagedFile staged = client.stagedUploads().send(DataType.IMAGE, "shelf", content);
 * // Perhaps in another process:
 * UploadReport<UploadedData> report =
 *         client.stagedUploads().register(List.of(staged), UploadOptions.ofDefaults());
 * }</pre>
 *
 * <p>One instance may be used by many threads, which then share the signed URLs that it asks for in batches.
 */
public final class StagedUploads {
    private final StagingCalls calls;

    StagedUploads(StagingCalls calls) {
        this.calls = calls;
    }

    /**
     * Sends the bytes of a file.
     *
     * @param dataType {@link DataType#VIDEO} or {@link DataType#IMAGE}
     * @param title the title that its row will have
     * @param content the bytes, which are streamed
     * @return what {@link #register} needs
     * @throws InvalidValueException if datasets take no such uploads, or the title is blank
     * @throws InvalidFileException if the content cannot be read, or is not as long as it says
     * @throws EncordException if sending fails
     */
    public StagedFile send(DataType dataType, String title, FileContent content) {
        checkName(requireNonNull(content, "content"));
        StagedFile unsent = new StagedFile(requireNonNull(dataType, "dataType"), title, "unsent", content.size());
        return new StagedFile(dataType, title, calls.send(unsent, content), content.size());
    }

    private static void checkName(FileContent content) {
        try {
            Path unused = Path.of(content.name());
        } catch (InvalidPathException e) {
            throw new InvalidValueException(
                    "content",
                    "The name of the content is no file name.",
                    "Name it like a file, shelf.png for instance.");
        }
    }

    /**
     * Has files registered whose bytes are there. The report names each file by its object key, in the order given. With a journal, the same
     * call goes on where an earlier one was interrupted.
     *
     * @param files what {@link #send} has returned, here or elsewhere
     * @param options in particular the journal, how many files one job registers, and whether failures are tolerated; a title among them is
     *     not used
     * @return what became of each file
     * @throws UploadFailedException if a file was not registered and the options do not tolerate failures
     * @throws EncordException if registering fails otherwise
     */
    public UploadReport<UploadedData> register(Collection<StagedFile> files, UploadOptions options) {
        return calls.register(List.copyOf(files), requireNonNull(options, "options"))
                .throwIfFailed();
    }
}

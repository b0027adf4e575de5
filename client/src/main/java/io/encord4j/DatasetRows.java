package io.encord4j;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of a dataset: reading, changing and deleting them. This is a part of {@link EncordDatasetClient}, and follows its rules. */
public sealed interface DatasetRows permits EncordDatasetClient {
    /**
     * Reads the dataset with its rows, without client metadata.
     *
     * @return the dataset
     * @throws EncordException if the call fails
     */
    Dataset getDataset();

    /**
     * Reads the dataset with its rows.
     *
     * @param fetchClientMetadata whether to fetch the client metadata of the rows; not available with an API key
     * @return the dataset
     * @throws EncordException if the call fails
     */
    Dataset getDataset(boolean fetchClientMetadata);

    /**
     * Lists rows. For very many, see {@link #streamDataRows}, which holds one at a time.
     *
     * @param filter which rows, and whether with their client metadata
     * @return the rows
     * @throws EncordException if the call fails
     */
    List<DataRow> listDataRows(DataRowFilter filter);

    /**
     * Reads rows as they arrive, in memory that does not grow with their number. Close the stream:
     *
     * <pre>{@code
     * try (Stream<DataRow> rows = client.streamDataRows(DataRowFilter.ofDefaults())) {
     *     rows.forEach(row -> out.println(row.dataHash() + " " + row.title()));
     * }
     * }</pre>
     *
     * <p>The call is repeated after a failure only until the first row has come; what fails later comes out of the stream.
     *
     * @param filter which rows, and whether with their client metadata
     * @return the rows, read one at a time from the connection
     * @throws EncordException if the call fails
     */
    Stream<DataRow> streamDataRows(DataRowFilter filter);

    /**
     * Reads one row.
     *
     * @param dataHash the row
     * @param extras what to fetch besides, such as a signed URL
     * @return the row
     * @throws ResourceNotFoundException if the dataset has no row with this hash
     * @throws EncordException if the call fails otherwise
     */
    DataRow getDataRow(String dataHash, DataRowExtras extras);

    /**
     * Changes the title or the client metadata of a row. Not available with an API key.
     *
     * @param dataHash the row
     * @param update what to change
     * @return the row as it is now
     * @throws EncordException if the call fails, or only a part was changed
     */
    DataRow updateDataRow(String dataHash, DataRowUpdate update);

    /**
     * Changes the title of a row by an older call. Not available with an API key. Prefer {@link #updateDataRow}, which returns the result.
     *
     * @param dataHash the row
     * @param title the new title
     * @throws EncordException if the call fails
     */
    void renameData(String dataHash, String title);

    /**
     * Reads the storage folder behind the dataset, in which its items lie; {@link EncordStorage} has what is done with it. The service tells
     * of the folder in the whole listing only, so this reads as much as {@link #getDataset()}. An API key cannot.
     *
     * @return the folder; empty if the dataset has none
     * @throws EncordException if the call fails
     */
    Optional<StorageFolder> backingFolder();

    /**
     * Makes rows of storage items, a thousand at a time; each thousand as a whole or not at all. If a later thousand fails, its error
     * says in a suppressed exception how many were linked before. An API key cannot.
     *
     * @param itemUuids the items, see {@link DataRow#backingItemUuid()}
     * @param duplicates what to do with items that are linked already
     * @return the rows that were made
     * @throws EncordException if the call fails
     */
    List<DataRow> linkItems(Collection<UUID> itemUuids, DuplicatesBehavior duplicates);

    /**
     * Deletes rows of any kind, and hosted files with them. Hashes that are not rows of this dataset are ignored. Many hashes are split into
     * several calls, and none makes no call.
     *
     * @param dataHashes the rows
     * @throws EncordException if the call fails; then a part may be deleted, and the same call can be made again
     */
    void deleteData(Collection<String> dataHashes);

    /**
     * Deletes a row of any kind.
     *
     * @param dataHash the row
     * @throws EncordException if the call fails
     */
    void deleteData(String dataHash);

    /**
     * Deletes an image group.
     *
     * @param dataHash the group
     * @throws EncordException if the call fails
     */
    void deleteImageGroup(String dataHash);

    /**
     * Recognises the texts in the images of a group (OCR).
     *
     * @return one result for each image
     * @throws EncordException if the call fails
     */
    List<OcrResult> runOcr(String imageGroupHash);

    /**
     * Downloads a file: {@code client.download(row.dataHash(), path)}. The bytes go to a temporary file beside the target, which takes its
     * place when all of them are there; whatever fails leaves an earlier file as it was. A connection that breaks is resumed where it broke if
     * the storage allows, as often as the retry policy of the client says.
     *
     * @param dataHashOrSignedUrl the hash of a row, whose signed URL is asked for; or a signed URL, see {@link DataRow#signedUrl()}
     * @param file the file to write, which is replaced if it exists
     * @return the size of the file in bytes
     * @throws CloudDownloadException if the storage refuses, for instance because the URL has expired
     * @throws InvalidFileException if the file cannot be written
     * @throws EncordException if the call fails otherwise
     */
    long download(String dataHashOrSignedUrl, Path file);
}

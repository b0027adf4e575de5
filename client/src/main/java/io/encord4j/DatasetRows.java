package io.encord4j;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of a dataset: reading, changing and deleting them. This is a part of {@link EncordDatasetClient}, whose rules hold here. */
public sealed interface DatasetRows permits EncordDatasetClient {
    /**
     * Reads the dataset with its rows, without the caller's own data.
     *
     * @return the dataset
     * @throws EncordException if that fails
     */
    Dataset getDataset();

    /**
     * Reads the dataset with its rows.
     *
     * @param fetchClientMetadata whether the rows come with the caller's own data, which an API key cannot have
     * @return the dataset
     * @throws EncordException if that fails
     */
    Dataset getDataset(boolean fetchClientMetadata);

    /**
     * Reads rows at once. For very many, see {@link #streamDataRows}.
     *
     * @param filter which ones, and with what
     * @return the rows
     * @throws EncordException if that fails
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
     * @param filter which ones, and with what
     * @return the rows, one at a time
     * @throws EncordException if the call fails
     */
    Stream<DataRow> streamDataRows(DataRowFilter filter);

    /**
     * Reads one row.
     *
     * @param dataHash the row
     * @param extras what it is to come with
     * @return the row
     * @throws ResourceNotFoundException if there is none of this hash
     * @throws EncordException if that fails otherwise
     */
    DataRow getDataRow(String dataHash, DataRowExtras extras);

    /**
     * Changes the title or the caller's own data of a row. An API key cannot.
     *
     * @param dataHash the row
     * @param update what to change
     * @return the row as it is now
     * @throws EncordException if that fails, or only a part was changed
     */
    DataRow updateDataRow(String dataHash, DataRowUpdate update);

    /**
     * Changes the title of a row by the older call. An API key cannot. {@link #updateDataRow} is better, as it tells the result.
     *
     * @param dataHash the row
     * @param title the new title
     * @throws EncordException if that fails
     */
    void renameData(String dataHash, String title);

    /**
     * Reads the storage folder behind the dataset, in which its items lie; {@link EncordStorage} has what is done with it. The service tells
     * of the folder in the whole listing only, so this reads as much as {@link #getDataset()}. An API key cannot.
     *
     * @return the folder; empty if the dataset has none
     * @throws EncordException if that fails
     */
    Optional<StorageFolder> backingFolder();

    /**
     * Makes rows of storage items, a thousand at a time; each thousand as a whole or not at all. If a later thousand fails, its error
     * says in a suppressed exception how many were linked before. An API key cannot.
     *
     * @param itemUuids the items, see {@link DataRow#backingItemUuid()}
     * @param duplicates what to do with items that are linked already
     * @return the rows that were made
     * @throws EncordException if that fails
     */
    List<DataRow> linkItems(Collection<UUID> itemUuids, DuplicatesBehavior duplicates);

    /**
     * Deletes rows of any kind, and hosted files with them. Hashes that are not rows of this dataset are ignored. Many hashes are split into
     * several calls, and none makes no call.
     *
     * @param dataHashes the rows
     * @throws EncordException if that fails; then a part may be deleted, and the same call can be made again
     */
    void deleteData(Collection<String> dataHashes);

    /**
     * Deletes a row of any kind.
     *
     * @param dataHash the row
     * @throws EncordException if that fails
     */
    void deleteData(String dataHash);

    /**
     * Deletes an image group.
     *
     * @param dataHash the group
     * @throws EncordException if that fails
     */
    void deleteImageGroup(String dataHash);

    /**
     * Reads the texts in the images of a group.
     *
     * @return one entry an image
     * @throws EncordException if that fails
     */
    List<OcrResult> runOcr(String imageGroupHash);

    /**
     * Downloads a file: {@code client.download(row.dataHash(), path)}. The bytes go to a temporary file beside the target, which takes its
     * place when all of them are there; whatever fails leaves an earlier file as it was. A connection that breaks is resumed where it broke if
     * the storage allows, as often as the retry policy of the client says.
     *
     * @param dataHashOrSignedUrl the hash of a row, whose signed URL is asked for; or a signed URL, see {@link DataRow#signedUrl()}
     * @param file the file, which is replaced
     * @return how many bytes it has
     * @throws CloudDownloadException if the storage refuses, for instance since the URL has expired
     * @throws InvalidFileException if the file cannot be written
     * @throws EncordException if that fails otherwise
     */
    long download(String dataHashOrSignedUrl, Path file);
}

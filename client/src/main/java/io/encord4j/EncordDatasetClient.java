package io.encord4j;

import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.http.Transport;
import io.encord4j.internal.privatefiles.PrivateFileList;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.workflow.ApiKeyProtocol;
import io.encord4j.internal.workflow.DatasetCalls;
import io.encord4j.internal.workflow.DatasetContext;
import io.encord4j.internal.workflow.DatasetProtocol;
import io.encord4j.internal.workflow.Downloads;
import io.encord4j.internal.workflow.PlatformProtocol;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One dataset: its rows, and what comes into it and out of it.
 *
 * <pre>{@code
 * try (EncordDatasetClient dataset = EncordDatasetClient.builder().resourceId(hash).apiKey(key).build()) {
 *     dataset.uploadVideo(Path.of("heron.mp4"));
 *     for (DataRow row : dataset.getDataset().dataRows()) {
 *         System.out.println(row.title());
 *     }
 * }
 * }</pre>
 *
 * <p>A client may be used by many threads. Its methods block, honour interruption, and throw the family of {@link EncordException}; {@link
 * #supplyAsync} runs any of them in the background. What an API key cannot do is refused with {@link UnsupportedFeatureException} before
 * anything is sent; open the dataset by {@link EncordUserClient#datasetClient} then.
 */
public final class EncordDatasetClient implements AutoCloseable {
    private final Transport transport;
    private final String datasetHash;
    private final DatasetProtocol protocol;
    private final DatasetCalls calls;
    private final Downloads downloads;
    private final Runnable onClose;

    EncordDatasetClient(Transport transport, String datasetHash, Runnable onClose) {
        DatasetContext context = DatasetContext.of(transport, datasetHash);
        this.transport = transport;
        this.datasetHash = datasetHash;
        this.protocol = transport.credential() instanceof Credential.ApiKey
                ? new ApiKeyProtocol(context)
                : new PlatformProtocol(context);
        this.calls = new DatasetCalls(context);
        this.downloads = new Downloads(transport, context.storage());
        this.onClose = onClose;
    }

    /**
     * Begins a client with an API key.
     *
     * @return a builder, which looks into the environment for what it is not given
     */
    public static EncordDatasetClientBuilder builder() {
        return new EncordDatasetClientBuilder();
    }

    /**
     * The dataset.
     *
     * @return its hash
     */
    public String datasetHash() {
        return datasetHash;
    }

    /**
     * Asks what the API key of this client is, and thereby whether it is good.
     *
     * @return its title, and what it opens
     * @throws AuthenticationException if the key is unknown, or belongs to something else
     * @throws EncordException if the question fails otherwise
     */
    public ApiKeyMeta describeApiKey() {
        return calls.describeApiKey();
    }

    /**
     * Reads the dataset with its rows, without the caller's own data.
     *
     * @return the dataset
     * @throws EncordException if that fails
     */
    public Dataset getDataset() {
        return getDataset(false);
    }

    /**
     * Reads the dataset with its rows.
     *
     * @param fetchClientMetadata whether the rows come with the caller's own data, which an API key cannot have
     * @return the dataset
     * @throws EncordException if that fails
     */
    public Dataset getDataset(boolean fetchClientMetadata) {
        return protocol.getDataset(fetchClientMetadata);
    }

    /**
     * Reads rows at once. For very many, see {@link #streamDataRows}.
     *
     * @param filter which ones, and with what
     * @return the rows
     * @throws EncordException if that fails
     */
    public List<DataRow> listDataRows(DataRowFilter filter) {
        return protocol.listRows(filter);
    }

    /**
     * Reads rows as they arrive, in memory that does not grow with their number. Close the stream:
     *
     * <pre>{@code
     * try (Stream<DataRow> rows = dataset.streamDataRows(DataRowFilter.all())) {
     *     rows.forEach(row -> System.out.println(row.title()));
     * }
     * }</pre>
     *
     * <p>The call is repeated after a failure only until the first row has come; what fails later comes out of the stream.
     *
     * @param filter which ones, and with what
     * @return the rows, one at a time
     * @throws EncordException if the call fails
     */
    public Stream<DataRow> streamDataRows(DataRowFilter filter) {
        return protocol.streamRows(filter);
    }

    /**
     * Reads one row.
     *
     * @param dataHash the row
     * @param extras what it is to come with
     * @return the row
     * @throws ResourceNotFoundException if there is none of this hash
     * @throws EncordException if that fails otherwise
     */
    public DataRow getDataRow(String dataHash, DataRowExtras extras) {
        return calls.getRow(dataHash, extras);
    }

    /**
     * Changes the title or the caller's own data of a row. An API key cannot.
     *
     * @param dataHash the row
     * @param update what to change
     * @return the row as it is now
     * @throws EncordException if that fails, or only a part was changed
     */
    public DataRow updateDataRow(String dataHash, DataRowUpdate update) {
        return calls.updateRow(dataHash, update);
    }

    /**
     * Changes the title of a row by the older call. An API key cannot. {@link #updateDataRow} is better, as it tells the result.
     *
     * @param dataHash the row
     * @param title the new title
     * @throws EncordException if that fails
     */
    public void renameData(String dataHash, String title) {
        calls.rename(dataHash, title);
    }

    /**
     * Uploads a video.
     *
     * @param file the video
     * @return its row
     * @throws InvalidFileException if the file cannot be read
     * @throws EncordException if that fails
     */
    public Video uploadVideo(Path file) {
        return uploadVideo(file, UploadOptions.ofDefaults());
    }

    /**
     * Uploads a video.
     *
     * @param file the video
     * @param options how
     * @return its row
     * @throws InvalidFileException if the file cannot be read
     * @throws EncordException if that fails
     */
    public Video uploadVideo(Path file, UploadOptions options) {
        return single(protocol.uploadVideos(List.of(LocalFile.check(file)), strict(options)));
    }

    /**
     * Uploads videos, each of which becomes a row.
     *
     * @param files the videos
     * @param options how
     * @return what became of each
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if it fails as a whole
     */
    public UploadReport<Video> uploadVideos(Collection<Path> files, UploadOptions options) {
        return protocol.uploadVideos(LocalFile.checkAll(files), options).judged(options.tolerateFailures());
    }

    /**
     * Uploads a single image. An API key can only make image groups.
     *
     * @param file the image
     * @return its row
     * @throws InvalidFileException if the file cannot be read
     * @throws EncordException if that fails
     */
    public Image uploadImage(Path file) {
        return uploadImage(file, UploadOptions.ofDefaults());
    }

    /**
     * Uploads a single image. An API key can only make image groups.
     *
     * @param file the image
     * @param options how
     * @return its row
     * @throws InvalidFileException if the file cannot be read
     * @throws EncordException if that fails
     */
    public Image uploadImage(Path file, UploadOptions options) {
        return single(protocol.uploadImages(List.of(LocalFile.check(file)), strict(options)));
    }

    /**
     * Uploads single images, each of which becomes a row. An API key can only make image groups.
     *
     * @param files the images
     * @param options how
     * @return what became of each
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if it fails as a whole
     */
    public UploadReport<Image> uploadImages(Collection<Path> files, UploadOptions options) {
        return protocol.uploadImages(LocalFile.checkAll(files), options).judged(options.tolerateFailures());
    }

    /**
     * Uploads images and makes a sequence of them; several if they differ in size.
     *
     * @param files the images, in the order of the sequence
     * @return the sequences
     * @throws EncordException if that fails
     */
    public List<ImageGroup> createImageGroup(Collection<Path> files) {
        return createImageGroup(files, UploadOptions.ofDefaults());
    }

    /**
     * Uploads images and makes a group of them, or several.
     *
     * @param files the images, in the order of the group
     * @param options how; {@link UploadOptions.Builder#createVideo} decides what kind of group
     * @return the groups
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if it fails as a whole
     */
    public List<ImageGroup> createImageGroup(Collection<Path> files, UploadOptions options) {
        return uploadImageGroup(files, options).created();
    }

    /**
     * As {@link #createImageGroup(Collection, UploadOptions)}, with a report on each image.
     *
     * @param files the images, in the order of the group
     * @param options how
     * @return what became of each, and the groups
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if it fails as a whole
     */
    public UploadReport<ImageGroup> uploadImageGroup(Collection<Path> files, UploadOptions options) {
        return protocol.uploadImageGroup(atLeastOne(files), options).judged(options.tolerateFailures());
    }

    /**
     * Uploads DICOM files and makes a series of them. An API key cannot.
     *
     * @param files the files
     * @param options how
     * @return the series
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails; it holds the report
     * @throws EncordException if it fails as a whole
     */
    public DicomSeries createDicomSeries(Collection<Path> files, UploadOptions options) {
        return uploadDicomSeries(files, strict(options)).created().get(0);
    }

    /**
     * As {@link #createDicomSeries}, with a report on each file.
     *
     * @param files the files
     * @param options how
     * @return what became of each, and the series
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if it fails as a whole
     */
    public UploadReport<DicomSeries> uploadDicomSeries(Collection<Path> files, UploadOptions options) {
        return protocol.uploadDicomSeries(atLeastOne(files), options).judged(options.tolerateFailures());
    }

    /**
     * Adds files of a bucket of the user's own, and waits for the end of it.
     *
     * @param integrationId the integration that opens the bucket, see {@link #getCloudIntegrations()}
     * @param files the files
     * @return what came of it
     * @throws InvalidPrivateFilesException if an entry breaks a documented rule; then nothing was sent
     * @throws OperationException if the service fails, cancels, or is not ready in time
     * @throws EncordException if a call fails
     */
    public JobResult addPrivateData(String integrationId, PrivateFiles files) {
        return addPrivateData(integrationId, files, PrivateDataOptions.ofDefaults());
    }

    /**
     * Adds files of a bucket of the user's own, and waits for the end of it.
     *
     * @param integrationId the integration that opens the bucket, see {@link #getCloudIntegrations()}
     * @param files the files
     * @param options how
     * @return what came of it
     * @throws InvalidPrivateFilesException if an entry breaks a documented rule; then nothing was sent
     * @throws OperationException if the service fails, cancels, or is not ready in time
     * @throws EncordException if a call fails
     */
    public JobResult addPrivateData(String integrationId, PrivateFiles files, PrivateDataOptions options) {
        return startAddingPrivateData(integrationId, files, options)
                .await(options.timeout())
                .orThrow();
    }

    /**
     * Begins to add files of a bucket of the user's own. With an API key the service only answers when it is done.
     *
     * @param integrationId the integration that opens the bucket, see {@link #getCloudIntegrations()}
     * @param files the files
     * @param options how
     * @return the work
     * @throws InvalidPrivateFilesException if an entry breaks a documented rule; then nothing was sent
     * @throws EncordException if the call fails
     */
    public Operation<JobResult> startAddingPrivateData(
            String integrationId, PrivateFiles files, PrivateDataOptions options) {
        return protocol.addPrivateData(integrationId, PrivateFileList.read(files, options), options);
    }

    /**
     * Takes an upload job up again, perhaps one that another process has begun. An API key knows no jobs.
     *
     * @param processHash the id of the operation
     * @return the work; whether the service knows it shows when it is polled
     */
    public Operation<JobResult> uploadJob(String processHash) {
        return protocol.uploadJob(processHash);
    }

    /**
     * Deletes rows of any kind, and hosted files with them. Hashes that are not rows of this dataset are ignored. Many hashes are split into
     * several calls, and none makes no call.
     *
     * @param dataHashes the rows
     * @throws EncordException if that fails; then a part may be deleted, and the same call can be made again
     */
    public void deleteData(Collection<String> dataHashes) {
        calls.delete(dataHashes);
    }

    /**
     * Deletes a row of any kind.
     *
     * @param dataHash the row
     * @throws EncordException if that fails
     */
    public void deleteData(String dataHash) {
        calls.delete(List.of(dataHash));
    }

    /**
     * Deletes an image group.
     *
     * @param dataHash the group
     * @throws EncordException if that fails
     */
    public void deleteImageGroup(String dataHash) {
        protocol.deleteImageGroup(dataHash);
    }

    /**
     * Begins to re-encode videos.
     *
     * @param dataHashes their rows; others are ignored
     * @return the work
     * @throws EncordException if that fails
     */
    public ReEncodeTask reEncodeData(Collection<String> dataHashes) {
        return calls.reEncode(dataHashes);
    }

    /**
     * Takes a re-encoding up again, perhaps one that another process has begun.
     *
     * @param taskId its number
     * @return the work; whether the service knows it shows when it is polled
     */
    public ReEncodeTask reEncodeTask(long taskId) {
        return calls.task(taskId);
    }

    /**
     * Asks how a re-encoding stands.
     *
     * @param taskId its number
     * @return how it stands
     * @throws ResourceNotFoundException if there is none of this number in the dataset
     * @throws EncordException if that fails otherwise
     */
    public ReEncodeResult getReEncodeStatus(long taskId) {
        return calls.reEncoding(taskId);
    }

    /**
     * Reads the texts in the images of a group.
     *
     * @param imageGroupHash the group
     * @return one entry an image
     * @throws EncordException if that fails
     */
    public List<OcrResult> runOcr(String imageGroupHash) {
        return calls.runOcr(imageGroupHash);
    }

    /**
     * Lists the cloud integrations that the caller may use.
     *
     * @return the integrations
     * @throws EncordException if that fails
     */
    public List<CloudIntegration> getCloudIntegrations() {
        return protocol.getCloudIntegrations();
    }

    /**
     * Makes users members of the dataset. Who is one already keeps the role. An API key cannot.
     *
     * @param emails their addresses
     * @param role what they may do
     * @return the users, with the roles that they have
     * @throws EncordException if that fails
     */
    public List<DatasetUser> addUsers(Collection<String> emails, DatasetUserRole role) {
        return calls.addUsers(emails, role);
    }

    /**
     * Makes rows of storage items. An API key cannot.
     *
     * @param itemUuids the items, see {@link DataRow#backingItemUuid()}
     * @param duplicates what to do with items that are linked already
     * @return the rows that were made
     * @throws EncordException if that fails
     */
    public List<DataRow> linkItems(Collection<UUID> itemUuids, DuplicatesBehavior duplicates) {
        return calls.linkItems(itemUuids, duplicates);
    }

    /**
     * Lists the groups that may use the dataset. An API key cannot.
     *
     * @return the groups
     * @throws EncordException if that fails
     */
    public List<DatasetGroup> listGroups() {
        return protocol.listGroups();
    }

    /**
     * Gives groups access to the dataset. An API key cannot.
     *
     * @param groups their ids
     * @param role what their members may do
     * @throws EncordException if that fails
     */
    public void addGroups(Collection<UUID> groups, DatasetUserRole role) {
        protocol.addGroups(groups, role);
    }

    /**
     * Takes the access to the dataset away from groups. An API key cannot.
     *
     * @param groups their ids
     * @throws EncordException if that fails
     */
    public void removeGroups(Collection<UUID> groups) {
        protocol.removeGroups(groups);
    }

    /**
     * Writes what a signed URL gives into a file.
     *
     * @param signedUrl the URL, see {@link DataRow#signedUrl()}
     * @param file the file, which is replaced; after a failure it may hold a part
     * @return how many bytes it has
     * @throws CloudDownloadException if the storage refuses, for instance since the URL has expired
     * @throws InvalidFileException if the file cannot be written
     * @throws EncordException if that fails otherwise
     */
    public long download(String signedUrl, Path file) {
        return downloads.toFile(signedUrl, file);
    }

    /**
     * Runs a call of this client in the background: {@code dataset.supplyAsync(EncordDatasetClient::getDataset)}.
     *
     * @param call the call
     * @param <T> its result
     * @return the future result; cancelling it cancels the call, and frees its socket and files
     */
    public <T extends @Nullable Object> CompletableFuture<T> supplyAsync(
            Function<? super EncordDatasetClient, T> call) {
        return transport.async(() -> call.apply(this));
    }

    /**
     * Runs calls without a result in the background.
     *
     * @param calls what to do
     * @return a future that ends when it is done; cancelling it cancels the calls
     */
    public CompletableFuture<@Nullable Void> runAsync(Consumer<? super EncordDatasetClient> calls) {
        return transport.async(() -> {
            calls.accept(this);
            return null;
        });
    }

    /** Cancels what is under way and ends all threads, if this client was made by {@link #builder()}; else that is left to the user client. */
    @Override
    public void close() {
        onClose.run();
    }

    @Override
    public String toString() {
        return "EncordDatasetClient[domain=%s, datasetHash=%s]"
                .formatted(transport.options().domain(), datasetHash);
    }

    /** For a single file there is nothing else that could succeed. */
    private static UploadOptions strict(UploadOptions options) {
        return options.toBuilder().tolerateFailures(false).build();
    }

    private static <T extends UploadedData> T single(FinishedUpload<T> upload) {
        if (!upload.failed().isEmpty()) {
            throw upload.failed().get(0).cause();
        }
        return upload.created().get(0);
    }

    private static List<LocalFile> atLeastOne(Collection<Path> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("A group or series needs at least one file");
        }
        return LocalFile.checkAll(files);
    }
}

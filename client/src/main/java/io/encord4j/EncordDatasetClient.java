package io.encord4j;

import static io.encord4j.Arguments.id;
import static io.encord4j.Arguments.list;
import static java.util.Objects.requireNonNull;

import io.encord4j.internal.http.Transport;
import io.encord4j.internal.privatefiles.PrivateFileList;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.internal.upload.UploadUnit.Kind;
import io.encord4j.internal.workflow.AccessCalls;
import io.encord4j.internal.workflow.DatasetContext;
import io.encord4j.internal.workflow.Downloads;
import io.encord4j.internal.workflow.RowCalls;
import io.encord4j.internal.workflow.StagingCalls;
import io.encord4j.internal.workflow.UploadCalls;
import io.encord4j.internal.workflow.WorkCalls;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The client of one dataset: its {@linkplain DatasetRows rows}, {@linkplain DatasetUploads uploads}, the {@linkplain DatasetWork work} that the
 * service does for it, and its {@linkplain DatasetMembers members}.
 *
 * <pre>{@code
 * try (EncordDatasetClient client = EncordDatasetClient.builder()
 *         .resourceId(datasetHash)
 *         .apiKey(apiKey)
 *         .options(options)
 *         .build()) {
 *     client.uploadVideo(film);
 *     for (DataRow row : client.getDataset().dataRows()) {
 *         out.println(row.title());
 *     }
 * }
 * }</pre>
 *
 * <p>A client is thread-safe. Its methods block, honour interruption, and throw the family of {@link EncordException}; {@link
 * #supplyAsync} runs any of them in the background. What an API key cannot do is refused with {@link UnsupportedFeatureException} before
 * anything is sent; open the dataset by {@link EncordUserClient#datasetClient} then.
 */
public final class EncordDatasetClient
        implements DatasetRows, DatasetUploads, DatasetWork, DatasetMembers, AutoCloseable {
    private final Transport transport;
    private final String datasetHash;
    private final DatasetContext context;
    private final UploadCalls uploads;
    private final RowCalls rows;
    private final WorkCalls work;
    private final AccessCalls access;
    private final Downloads downloads;
    private final Runnable onClose;

    EncordDatasetClient(Transport transport, String datasetHash, Runnable onClose) {
        this.transport = transport.forResource(datasetHash);
        this.context = DatasetContext.of(this.transport, datasetHash);
        this.datasetHash = datasetHash;
        this.uploads = new UploadCalls(context);
        this.rows = new RowCalls(context);
        this.work = new WorkCalls(context);
        this.access = new AccessCalls(context);
        this.downloads = new Downloads(this.transport, context.storage());
        this.onClose = onClose;
    }

    /**
     * Starts building a client with an API key.
     *
     * @return a new builder, which looks into the environment for what is not set
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
     * Describes the API key of this client, and thereby verifies it. Not available to users.
     *
     * @return the title of the key, and what it gives access to
     * @throws AuthenticationException if the key is unknown, or belongs to something else
     * @throws EncordException if the call fails otherwise
     */
    public ApiKeyMeta describeApiKey() {
        return access.describeApiKey();
    }

    /**
     * Lists the cloud integrations that the caller may use.
     *
     * @return the integrations
     * @throws EncordException if the call fails
     */
    public List<CloudIntegration> getCloudIntegrations() {
        return work.getCloudIntegrations();
    }

    @Override
    public Dataset getDataset() {
        return getDataset(false);
    }

    @Override
    public Dataset getDataset(boolean fetchClientMetadata) {
        return rows.getDataset(fetchClientMetadata);
    }

    @Override
    public List<DataRow> listDataRows(DataRowFilter filter) {
        return rows.list(requireNonNull(filter, "filter"));
    }

    @Override
    public Stream<DataRow> streamDataRows(DataRowFilter filter) {
        return rows.stream(requireNonNull(filter, "filter"));
    }

    @Override
    public DataRow getDataRow(String dataHash, DataRowExtras extras) {
        return rows.get(id(dataHash, "dataHash"), requireNonNull(extras, "extras"));
    }

    @Override
    public DataRow updateDataRow(String dataHash, DataRowUpdate update) {
        return rows.update(id(dataHash, "dataHash"), requireNonNull(update, "update"));
    }

    @Override
    public void renameData(String dataHash, String title) {
        rows.rename(id(dataHash, "dataHash"), Arguments.text(title, "title"));
    }

    @Override
    public Optional<StorageFolder> backingFolder() {
        return rows.backingFolder();
    }

    @Override
    public List<DataRow> linkItems(Collection<UUID> itemUuids, DuplicatesBehavior duplicates) {
        return rows.linkItems(list(itemUuids, "itemUuids"), requireNonNull(duplicates, "duplicates"));
    }

    @Override
    public void deleteData(String dataHash) {
        deleteData(List.of(id(dataHash, "dataHash")));
    }

    @Override
    public void deleteData(Collection<String> dataHashes) {
        rows.delete(list(dataHashes, "dataHashes"));
    }

    @Override
    public void deleteImageGroup(String dataHash) {
        rows.deleteImageGroup(id(dataHash, "dataHash"));
    }

    @Override
    public List<OcrResult> runOcr(String imageGroupHash) {
        return rows.runOcr(id(imageGroupHash, "imageGroupHash"));
    }

    @Override
    public long download(String dataHashOrSignedUrl, Path file) {
        requireNonNull(
                dataHashOrSignedUrl,
                "dataHashOrSignedUrl: pass the hash of a row, or the signed URL that getDataRow fetches when its"
                        + " extras ask for it");
        requireNonNull(file, "file");
        // A hash has neither; whatever else it is will be refused as a URL.
        if (dataHashOrSignedUrl.isBlank()
                || dataHashOrSignedUrl.indexOf(':') >= 0
                || dataHashOrSignedUrl.indexOf('/') >= 0) {
            return downloads.toFile(dataHashOrSignedUrl, file);
        }
        return downloads.toFile(() -> signedUrl(dataHashOrSignedUrl), file);
    }

    private String signedUrl(String dataHash) {
        String signedUrl = getDataRow(
                        dataHash, DataRowExtras.builder().signedUrl(true).build())
                .signedUrl();
        if (signedUrl == null) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The service has no signed URL for the row " + dataHash + ".")
                            .withRemedy("Groups have none; the images of a group have, see getDataRow."),
                    null);
        }
        return signedUrl;
    }

    @Override
    public Video uploadVideo(Path file) {
        return uploadVideo(file, UploadOptions.ofDefaults());
    }

    @Override
    public Video uploadVideo(Path file, UploadOptions options) {
        return upload(one(file), Kind.VIDEO, Video.class, strict(options)).single();
    }

    @Override
    public UploadReport<Video> uploadVideos(Collection<Path> files, UploadOptions options) {
        return upload(all(files), Kind.VIDEO, Video.class, checked(options)).throwIfFailed();
    }

    @Override
    public Image uploadImage(Path file) {
        return uploadImage(file, UploadOptions.ofDefaults());
    }

    @Override
    public Image uploadImage(Path file, UploadOptions options) {
        return upload(one(file), Kind.IMAGE, Image.class, strict(options)).single();
    }

    @Override
    public UploadReport<Image> uploadImages(Collection<Path> files, UploadOptions options) {
        return upload(all(files), Kind.IMAGE, Image.class, checked(options)).throwIfFailed();
    }

    private <T extends UploadedData> FinishedUpload<T> upload(
            List<LocalFile> files, Kind kind, Class<T> type, UploadOptions options) {
        List<UploadUnit> units = files.stream()
                .map(file -> UploadUnit.of(kind, file, options.title()))
                .toList();
        return uploads.upload(units, type, options);
    }

    @Override
    public List<ImageGroup> createImageGroup(Collection<Path> files) {
        return createImageGroup(files, UploadOptions.ofDefaults());
    }

    @Override
    public List<ImageGroup> createImageGroup(Collection<Path> files, UploadOptions options) {
        return uploadWhole(files, Kind.IMAGE_GROUP, ImageGroup.class, checked(options))
                .throwIfFailed()
                .requireCreated()
                .created();
    }

    @Override
    public UploadReport<ImageGroup> uploadImageGroup(Collection<Path> files, UploadOptions options) {
        return uploadWhole(files, Kind.IMAGE_GROUP, ImageGroup.class, checked(options))
                .throwIfFailed();
    }

    @Override
    public DicomSeries createDicomSeries(Collection<Path> files, UploadOptions options) {
        return uploadWhole(files, Kind.DICOM_SERIES, DicomSeries.class, strict(options))
                .throwIfFailed()
                .single();
    }

    @Override
    public UploadReport<DicomSeries> uploadDicomSeries(Collection<Path> files, UploadOptions options) {
        return uploadWhole(files, Kind.DICOM_SERIES, DicomSeries.class, checked(options))
                .throwIfFailed();
    }

    @Override
    public UploadReport<UploadedData> uploadFolder(Path folder, TreeOptions tree, UploadOptions options) {
        TreeOptions.withoutTitle(checked(options));
        return uploads.uploadTree(requireNonNull(folder, "folder"), requireNonNull(tree, "tree"), options)
                .throwIfFailed();
    }

    private <T extends UploadedData> FinishedUpload<T> uploadWhole(
            Collection<Path> files, Kind kind, Class<T> type, UploadOptions options) {
        return uploads.upload(List.of(new UploadUnit(kind, atLeastOne(files), options.title())), type, options);
    }

    /**
     * Uploads in two steps: bytes first, registration later, perhaps by another process.
     *
     * @return a view of this client
     * @throws UnsupportedFeatureException with an API key
     */
    public StagedUploads stagedUploads() {
        return new StagedUploads(new StagingCalls(context));
    }

    @Override
    public JobResult addPrivateData(String integrationId, PrivateFiles files) {
        return addPrivateData(integrationId, files, PrivateDataOptions.ofDefaults());
    }

    @Override
    public JobResult addPrivateData(String integrationId, PrivateFiles files, PrivateDataOptions options) {
        return startAddingPrivateData(integrationId, files, options)
                .await(options.timeout())
                .orThrow();
    }

    @Override
    public Operation<JobResult> startAddingPrivateData(
            String integrationId, PrivateFiles files, PrivateDataOptions options) {
        return work.addPrivateData(
                id(integrationId, "integrationId"),
                PrivateFileList.read(requireNonNull(files, "files"), requireNonNull(options, "options")),
                options);
    }

    @Override
    public Operation<JobResult> uploadJob(String processHash) {
        return work.uploadJob(id(processHash, "processHash"));
    }

    @Override
    public Operation<ReEncodeResult> reEncodeData(Collection<String> dataHashes) {
        return work.reEncode(list(dataHashes, "dataHashes"));
    }

    @Override
    public Operation<ReEncodeResult> reEncodeTask(String taskId) {
        return work.task(taskNumber(taskId));
    }

    @Override
    public ReEncodeResult getReEncodeStatus(String taskId) {
        return work.reEncoding(taskNumber(taskId));
    }

    @Override
    public List<DatasetUser> addUsers(Collection<String> emails, DatasetUserRole role) {
        return access.addUsers(list(emails, "emails"), requireNonNull(role, "role"));
    }

    @Override
    public List<DatasetGroup> listGroups() {
        return access.listGroups();
    }

    @Override
    public void addGroups(Collection<UUID> groups, DatasetUserRole role) {
        access.addGroups(list(groups, "groups"), requireNonNull(role, "role"));
    }

    @Override
    public void removeGroups(Collection<UUID> groups) {
        access.removeGroups(list(groups, "groups"));
    }

    /**
     * Runs a call of this client in the background.
     *
     * <pre>{@code
     * CompletableFuture<List<String>> titles = client.supplyAsync(EncordDatasetClient::getDataset)
     *         .thenApply(dataset ->
     *                 dataset.dataRows().stream().map(DataRow::title).toList());
     * }</pre>
     *
     * @param <T> its result
     * @return the future result; cancelling it, or a future derived from it, cancels the call and frees its socket and files. {@link
     *     CompletableFuture#copy()} gives one that does not
     */
    public <T extends @Nullable Object> CompletableFuture<T> supplyAsync(
            Function<? super EncordDatasetClient, T> call) {
        requireNonNull(call, "call");
        return transport.async(() -> call.apply(this));
    }

    /**
     * Runs calls without a result in the background.
     *
     * @param calls what to do
     * @return a future that ends when it is done; cancelling it, or a future derived from it, cancels the calls
     */
    public CompletableFuture<@Nullable Void> runAsync(Consumer<? super EncordDatasetClient> calls) {
        requireNonNull(calls, "calls");
        return transport.async(() -> {
            calls.accept(this);
            return null;
        });
    }

    /**
     * Closes the client: further calls to it, and to its operations and reports, throw {@link ClientClosedException}. If it was created by {@link
     * #builder()}, calls in progress are cancelled and all threads ended; otherwise that is left to the user client.
     */
    @Override
    public void close() {
        transport.close();
        onClose.run();
    }

    @Override
    public String toString() {
        return "EncordDatasetClient[domain=%s, datasetHash=%s]"
                .formatted(transport.options().domain(), datasetHash);
    }

    /** For a single file there is nothing else that could succeed. */
    private static UploadOptions strict(UploadOptions options) {
        return checked(options).toBuilder().tolerateFailures(false).build();
    }

    private static UploadOptions checked(UploadOptions options) {
        return requireNonNull(options, "options");
    }

    private static List<LocalFile> one(Path file) {
        return List.of(LocalFile.check(requireNonNull(file, "file")));
    }

    private static List<LocalFile> all(Collection<Path> files) {
        return LocalFile.checkAll(list(files, "files"));
    }

    private static List<LocalFile> atLeastOne(Collection<Path> files) {
        List<LocalFile> all = all(files);
        if (all.isEmpty()) {
            throw new InvalidValueException(
                    "files", "The list of files is empty.", "A group or series needs at least one file.");
        }
        return all;
    }

    private static long taskNumber(String taskId) {
        try {
            long number = Long.parseLong(requireNonNull(taskId, "taskId"));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number that is not positive.
        }
        throw InvalidValueException.outOfRange("taskId", taskId, "a positive number, as the id of a re-encode task is");
    }
}

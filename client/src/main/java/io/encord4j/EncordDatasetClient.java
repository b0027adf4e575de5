package io.encord4j;

import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.http.Transport;
import io.encord4j.internal.privatefiles.PrivateFileList;
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
 * One dataset: its {@linkplain DatasetRows rows}, what {@linkplain DatasetUploads comes into it} from this machine, what the service {@linkplain
 * DatasetWork does} with it, and its {@linkplain DatasetMembers members}.
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
 * <p>A client may be used by many threads. Its methods block, honour interruption, and throw the family of {@link EncordException}; {@link
 * #supplyAsync} runs any of them in the background. What an API key cannot do is refused with {@link UnsupportedFeatureException} before
 * anything is sent; open the dataset by {@link EncordUserClient#datasetClient} then.
 */
public final class EncordDatasetClient
        implements DatasetRows, DatasetUploads, DatasetWork, DatasetMembers, AutoCloseable {
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
     * Asks what the API key of this client is, and thereby whether it is good. The service answers it to API keys alone.
     *
     * @return its title, and what it opens
     * @throws AuthenticationException if the key is unknown, or belongs to something else
     * @throws EncordException if the question fails otherwise
     */
    public ApiKeyMeta describeApiKey() {
        return calls.describeApiKey();
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

    @Override
    public Dataset getDataset(boolean fetchClientMetadata) {
        return protocol.getDataset(fetchClientMetadata);
    }

    @Override
    public List<DataRow> listDataRows(DataRowFilter filter) {
        return protocol.listRows(filter);
    }

    @Override
    public Stream<DataRow> streamDataRows(DataRowFilter filter) {
        return protocol.streamRows(filter);
    }

    @Override
    public DataRow getDataRow(String dataHash, DataRowExtras extras) {
        return calls.getRow(dataHash, extras);
    }

    @Override
    public DataRow updateDataRow(String dataHash, DataRowUpdate update) {
        return calls.updateRow(dataHash, update);
    }

    @Override
    public void renameData(String dataHash, String title) {
        calls.rename(dataHash, title);
    }

    @Override
    public List<DataRow> linkItems(Collection<UUID> itemUuids, DuplicatesBehavior duplicates) {
        return calls.linkItems(itemUuids, duplicates);
    }

    @Override
    public void deleteData(Collection<String> dataHashes) {
        calls.delete(dataHashes);
    }

    @Override
    public void deleteImageGroup(String dataHash) {
        protocol.deleteImageGroup(dataHash);
    }

    @Override
    public List<OcrResult> runOcr(String imageGroupHash) {
        return calls.runOcr(imageGroupHash);
    }

    @Override
    public long download(String signedUrl, Path file) {
        return downloads.toFile(signedUrl, file);
    }

    @Override
    public Video uploadVideo(Path file, UploadOptions options) {
        return protocol.uploadVideos(List.of(LocalFile.check(file)), strict(options))
                .single();
    }

    @Override
    public UploadReport<Video> uploadVideos(Collection<Path> files, UploadOptions options) {
        return protocol.uploadVideos(LocalFile.checkAll(files), options).judged(options.tolerateFailures());
    }

    @Override
    public Image uploadImage(Path file, UploadOptions options) {
        return protocol.uploadImages(List.of(LocalFile.check(file)), strict(options))
                .single();
    }

    @Override
    public UploadReport<Image> uploadImages(Collection<Path> files, UploadOptions options) {
        return protocol.uploadImages(LocalFile.checkAll(files), options).judged(options.tolerateFailures());
    }

    @Override
    public List<ImageGroup> createImageGroup(Collection<Path> files, UploadOptions options) {
        return protocol.uploadImageGroup(atLeastOne(files), options)
                .judged(options.tolerateFailures())
                .notInVain()
                .created();
    }

    @Override
    public UploadReport<ImageGroup> uploadImageGroup(Collection<Path> files, UploadOptions options) {
        return protocol.uploadImageGroup(atLeastOne(files), options).judged(options.tolerateFailures());
    }

    @Override
    public DicomSeries createDicomSeries(Collection<Path> files, UploadOptions options) {
        return uploadDicomSeries(files, strict(options)).created().get(0);
    }

    @Override
    public UploadReport<DicomSeries> uploadDicomSeries(Collection<Path> files, UploadOptions options) {
        return protocol.uploadDicomSeries(atLeastOne(files), options).judged(options.tolerateFailures());
    }

    @Override
    public Operation<JobResult> startAddingPrivateData(
            String integrationId, PrivateFiles files, PrivateDataOptions options) {
        return protocol.addPrivateData(integrationId, PrivateFileList.read(files, options), options);
    }

    @Override
    public Operation<JobResult> uploadJob(String processHash) {
        return protocol.uploadJob(processHash);
    }

    @Override
    public ReEncodeTask reEncodeData(Collection<String> dataHashes) {
        return calls.reEncode(dataHashes);
    }

    @Override
    public ReEncodeTask reEncodeTask(long taskId) {
        return calls.task(taskId);
    }

    @Override
    public ReEncodeResult getReEncodeStatus(long taskId) {
        return calls.reEncoding(taskId);
    }

    @Override
    public List<DatasetUser> addUsers(Collection<String> emails, DatasetUserRole role) {
        return calls.addUsers(emails, role);
    }

    @Override
    public List<DatasetGroup> listGroups() {
        return protocol.listGroups();
    }

    @Override
    public void addGroups(Collection<UUID> groups, DatasetUserRole role) {
        protocol.addGroups(groups, role);
    }

    @Override
    public void removeGroups(Collection<UUID> groups) {
        protocol.removeGroups(groups);
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
     * @param call the call
     * @param <T> its result
     * @return the future result; cancelling it, or a future derived from it, cancels the call and frees its socket and files. {@link
     *     CompletableFuture#copy()} gives one that does not
     */
    public <T extends @Nullable Object> CompletableFuture<T> supplyAsync(
            Function<? super EncordDatasetClient, T> call) {
        return transport.async(() -> call.apply(this));
    }

    /**
     * Runs calls without a result in the background.
     *
     * @param calls what to do
     * @return a future that ends when it is done; cancelling it, or a future derived from it, cancels the calls
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

    private static List<LocalFile> atLeastOne(Collection<Path> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("A group or series needs at least one file");
        }
        return LocalFile.checkAll(files);
    }
}

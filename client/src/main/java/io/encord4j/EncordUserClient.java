package io.encord4j;

import static io.encord4j.Arguments.id;
import static io.encord4j.Arguments.list;
import static java.util.Objects.requireNonNull;

import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.http.Transport;
import io.encord4j.internal.workflow.UserCalls;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client of a user: creates and lists datasets, makes API keys for them, and opens them.
 *
 * <pre>{@code
 * try (EncordUserClient user =
 *         EncordUserClient.builder().sshKeyFile(keyFile).options(options).build()) {
 *     CreatedDataset dataset = user.createDataset("Highway cameras");
 *     try (EncordDatasetClient client = user.datasetClient(dataset.datasetHash())) {
 *         Video video = client.uploadVideo(
 *                 film,
 *                 UploadOptions.builder()
 *                         .onProgress(progress ->
 *                                 out.println(progress.sentBytes() + " of " + progress.totalBytes() + " bytes"))
 *                         .build());
 *         out.println(client.getDataset().dataRows());
 *         return video;
 *     }
 * }
 * }</pre>
 *
 * <p>A client is thread-safe. Its methods block, honour interruption, and throw the family of {@link EncordException}; {@link
 * #supplyAsync} runs any of them in the background. Closing it cancels running calls, also those of the dataset clients that it has opened.
 */
public final class EncordUserClient implements AutoCloseable {
    private final Transport transport;
    private final UserCalls calls;
    private final ApiGeneration generation;

    EncordUserClient(Transport transport, ApiGeneration generation) {
        this.transport = transport;
        this.generation = generation;
        this.calls = new UserCalls(transport, generation == ApiGeneration.V2022);
    }

    /**
     * Starts building a client.
     *
     * @return a new builder, which looks for an SSH key in the environment unless a credential is set
     */
    public static EncordUserClientBuilder builder() {
        return new EncordUserClientBuilder();
    }

    /**
     * Creates a dataset in Encord's own storage, which takes uploads.
     *
     * @return the dataset
     * @throws EncordException if the call fails
     */
    public CreatedDataset createDataset(String title) {
        return createDataset(title, DatasetOptions.ofDefaults());
    }

    /**
     * Creates a dataset.
     *
     * <p>The call of this generation has no place for the storage location: a dataset may hold files of any location, and the result repeats the
     * location of the options. A client of {@link ApiGeneration#V2022} uses the older call, which has.
     *
     * @param options description, storage location and the rest
     * @return the dataset
     * @throws EncordException if the call fails
     */
    public CreatedDataset createDataset(String title, DatasetOptions options) {
        return calls.createDataset(Arguments.text(title, "title"), requireNonNull(options, "options"));
    }

    /**
     * Lists the datasets of which the caller is a member.
     *
     * @return the datasets
     * @throws EncordException if the call fails
     */
    public List<DatasetSummary> getDatasets() {
        return getDatasets(DatasetFilter.ofDefaults());
    }

    /**
     * Lists datasets.
     *
     * @param filter which ones
     * @return the datasets
     * @throws EncordException if the call fails
     */
    public List<DatasetSummary> getDatasets(DatasetFilter filter) {
        return calls.getDatasets(requireNonNull(filter, "filter"));
    }

    /**
     * Creates an API key for a dataset, which needs the role of an administrator.
     *
     * <pre>{@code
     * DatasetApiKey key =
     *         user.createDatasetApiKey(datasetHash, "Nightly import", List.of(DatasetScope.READ, DatasetScope.WRITE));
     * }</pre>
     *
     * @param title the title of the key
     * @param scopes what the key may do
     * @return the key
     * @throws EncordException if the call fails
     */
    public DatasetApiKey createDatasetApiKey(String datasetHash, String title, Collection<DatasetScope> scopes) {
        return calls.createApiKey(
                id(datasetHash, "datasetHash"), Arguments.text(title, "title"), list(scopes, "scopes"));
    }

    /**
     * Lists the API keys of a dataset.
     *
     * @return its keys
     * @throws EncordException if the call fails
     */
    public List<DatasetApiKey> getDatasetApiKeys(String datasetHash) {
        return calls.apiKeys(id(datasetHash, "datasetHash"));
    }

    /**
     * Returns the master API key of a dataset, which has all scopes. The first call creates it.
     *
     * @return the key
     * @throws EncordException if the call fails
     */
    public DatasetApiKey getOrCreateDatasetApiKey(String datasetHash) {
        return calls.masterApiKey(id(datasetHash, "datasetHash"));
    }

    /**
     * Lists the cloud integrations that the caller may use.
     *
     * @return the integrations
     * @throws EncordException if the call fails
     */
    public List<CloudIntegration> getCloudIntegrations() {
        return getCloudIntegrations(CloudIntegrationFilter.ofDefaults());
    }

    /**
     * Lists cloud integrations.
     *
     * @param filter which ones
     * @return the integrations
     * @throws EncordException if the call fails
     */
    public List<CloudIntegration> getCloudIntegrations(CloudIntegrationFilter filter) {
        return calls.getCloudIntegrations(requireNonNull(filter, "filter"));
    }

    /**
     * Requests a bearer token that authenticates as the caller.
     *
     * @return the token
     * @throws EncordException if the call fails
     */
    public BearerToken getBearerToken() {
        return calls.bearerToken();
    }

    /**
     * Lists the groups of the caller's organisation.
     *
     * @return the groups
     * @throws EncordException if the call fails
     */
    public List<Group> getOrganisationGroups() {
        return calls.organisationGroups();
    }

    /**
     * The storage: folders, and items that live without datasets.
     *
     * @return a view of this client
     * @throws UnsupportedFeatureException with {@link ApiGeneration#V2022}, which has no storage
     */
    public EncordStorage storage() {
        if (generation == ApiGeneration.V2022) {
            throw new UnsupportedFeatureException("Storage", "Leave the generation of the client to its credential.");
        }
        return new EncordStorage(transport);
    }

    /**
     * Opens a dataset. Nothing is sent, except that a client of {@link ApiGeneration#V2022} fetches the master API key, as
     * users had no other access.
     *
     * @return a client that shares everything with this one, so that closing this one closes it too
     * @throws InvalidValueException if the hash is blank
     * @throws EncordException if the API key cannot be fetched
     */
    public EncordDatasetClient datasetClient(String datasetHash) {
        String hash = EncordDatasetClientBuilder.checkedHash(datasetHash, "datasetHash");
        if (generation == ApiGeneration.V2022) {
            Credential key =
                    new Credential.ApiKey(getOrCreateDatasetApiKey(hash).key());
            Transport own = Transport.open(transport.options(), key, transport.timing());
            Runnable closedAlone = transport.closing(own::close);
            return new EncordDatasetClient(own, hash, () -> {
                closedAlone.run();
                own.close();
            });
        }
        return new EncordDatasetClient(transport, hash, () -> {});
    }

    /**
     * Runs a call of this client in the background: {@code user.supplyAsync(EncordUserClient::getDatasets)}.
     *
     * @param <T> its result
     * @return the future result; cancelling it cancels the call
     */
    public <T extends @Nullable Object> CompletableFuture<T> supplyAsync(Function<? super EncordUserClient, T> call) {
        requireNonNull(call, "call");
        return transport.async(() -> call.apply(this));
    }

    /**
     * Runs calls without a result in the background.
     *
     * @param calls what to do
     * @return a future that ends when it is done; cancelling it cancels the calls
     */
    public CompletableFuture<@Nullable Void> runAsync(Consumer<? super EncordUserClient> calls) {
        requireNonNull(calls, "calls");
        return transport.async(() -> {
            calls.accept(this);
            return null;
        });
    }

    /** Cancels running calls, ends all threads and closes idle connections. An OkHttp client that was passed in stays open. */
    @Override
    public void close() {
        transport.close();
    }

    @Override
    public String toString() {
        return "EncordUserClient[domain=%s, generation=%s]"
                .formatted(transport.options().domain(), generation);
    }
}

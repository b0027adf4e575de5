package io.encord4j.internal.workflow;

import io.encord4j.UnsupportedFeatureException;
import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.http.Transport;
import io.encord4j.internal.operation.Waiting;
import io.encord4j.internal.upload.Upload;
import io.encord4j.wire.api.ResourceRpcApi;
import io.encord4j.wire.api.RestApi;
import io.encord4j.wire.api.StorageApi;
import java.time.Duration;
import retrofit2.Call;

/**
 * What the flows of one dataset work with.
 *
 * @param datasetHash the dataset
 * @param transport carries its calls
 * @param rpc remote calls
 * @param rest calls of 2026
 * @param storage calls to signed URLs
 * @param uploads sends files
 * @param waiting tells the time and lets it pass
 */
public record DatasetContext(
        String datasetHash,
        Transport transport,
        ResourceRpcApi rpc,
        RestApi rest,
        StorageApi storage,
        Upload.Tools uploads,
        Waiting waiting) {
    /** How long a file waits for others that become rows with it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Makes what the flows of a dataset work with.
     *
     * @param transport a view of the client's transport for the dataset
     * @param datasetHash the dataset
     * @return the context
     */
    public static DatasetContext of(Transport transport, String datasetHash) {
        StorageApi storage = transport.storage(StorageApi.class);
        Waiting waiting = waiting(transport);
        return new DatasetContext(
                datasetHash,
                transport,
                transport.api(ResourceRpcApi.class),
                transport.api(RestApi.class),
                storage,
                uploads(transport, storage, waiting),
                waiting);
    }

    /** Makes a call and waits for its result. */
    <T> T execute(Call<T> call) {
        return transport.execute(call);
    }

    /** Makes a call without a result and waits for its end. */
    void perform(Call<Void> call) {
        transport.perform(call);
    }

    public boolean hasApiKey() {
        return transport.credential() instanceof Credential.ApiKey;
    }

    void refuseApiKey(String feature) {
        if (hasApiKey()) {
            throw unsupported(feature);
        }
    }

    /** What an API key cannot do. */
    UnsupportedFeatureException unsupported(String feature) {
        return new UnsupportedFeatureException(
                feature, "Open the dataset with an SSH key or a bearer token instead of an API key.");
    }

    static Upload.Tools uploads(Transport transport, StorageApi storage, Waiting waiting) {
        return new Upload.Tools(
                (url, body, policy) -> transport.perform(
                        storage.putObject(SignedUrls.ofService(url), body),
                        policy == null ? transport.options().retryPolicy() : policy),
                transport::async,
                waiting,
                transport.timing().clock(),
                PATIENCE);
    }

    static Waiting waiting(Transport transport) {
        var time = transport.timing();
        return new Waiting(
                time.nanoTime(), transport::pause, () -> time.random().nextDouble());
    }
}

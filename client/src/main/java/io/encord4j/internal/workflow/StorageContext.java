package io.encord4j.internal.workflow;

import io.encord4j.internal.http.Transport;
import io.encord4j.internal.operation.Waiting;
import io.encord4j.internal.upload.Upload;
import io.encord4j.wire.api.StorageApi;
import io.encord4j.wire.api.StorageFoldersApi;
import io.encord4j.wire.api.StorageItemsApi;
import retrofit2.Call;

/**
 * What the flows of the storage work with.
 *
 * @param transport carries its calls
 * @param folders calls about folders
 * @param items calls about items
 * @param bytes calls to signed URLs
 * @param uploads sends files
 * @param waiting tells the time and lets it pass
 */
public record StorageContext(
        Transport transport,
        StorageFoldersApi folders,
        StorageItemsApi items,
        StorageApi bytes,
        Upload.Tools uploads,
        Waiting waiting) {

    public static StorageContext of(Transport transport) {
        StorageApi bytes = transport.storage(StorageApi.class);
        Waiting waiting = DatasetContext.waiting(transport);
        return new StorageContext(
                transport,
                transport.api(StorageFoldersApi.class),
                transport.api(StorageItemsApi.class),
                bytes,
                DatasetContext.uploads(transport, bytes, waiting),
                waiting);
    }

    <T> T execute(Call<T> call) {
        return transport.execute(call);
    }

    void perform(Call<Void> call) {
        transport.perform(call);
    }
}

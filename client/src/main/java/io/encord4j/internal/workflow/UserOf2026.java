package io.encord4j.internal.workflow;

import io.encord4j.CloudIntegration;
import io.encord4j.CloudIntegrationFilter;
import io.encord4j.CreatedDataset;
import io.encord4j.DatasetFilter;
import io.encord4j.DatasetOptions;
import io.encord4j.DatasetSummary;
import io.encord4j.StorageLocation;
import io.encord4j.internal.http.Transport;
import io.encord4j.internal.mapping.Listings;
import io.encord4j.wire.api.RestApi;
import io.encord4j.wire.model.WireCreateDatasetRequest;
import io.encord4j.wire.model.WireDatasetCreated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user on the wire of 2026. */
public final class UserOf2026 implements UserProtocol {
    private final Transport transport;
    private final RestApi rest;
    private final UserOf2022 older;

    /**
     * Makes the protocol of a user.
     *
     * @param transport carries its calls
     */
    public UserOf2026(Transport transport) {
        this.transport = transport;
        this.rest = transport.api(RestApi.class);
        this.older = new UserOf2022(transport);
    }

    @Override
    public CreatedDataset createDataset(String title, DatasetOptions options) {
        boolean hosted = options.storageLocation().equals(StorageLocation.CORD_STORAGE);
        if (!hosted && options.createBackingFolder() == null) {
            // The newer call has no place for the storage location, and would drop it without a word.
            return older.createDataset(title, options);
        }
        boolean folder = !Boolean.FALSE.equals(options.createBackingFolder());
        WireDatasetCreated created = transport.execute(
                rest.createDataset(new WireCreateDatasetRequest(title, options.description(), folder, false)));
        return new CreatedDataset(
                created.datasetUuid().toString(), title, options.storageLocation(), null, created.backingFolderUuid());
    }

    @Override
    public List<DatasetSummary> getDatasets(DatasetFilter filter) {
        return transport
                .execute(rest.listDatasets(
                        filter.titleEq(),
                        filter.titleLike(),
                        filter.descriptionEq(),
                        filter.descriptionLike(),
                        filter.createdBefore(),
                        filter.createdAfter(),
                        filter.editedBefore(),
                        filter.editedAfter(),
                        filter.includeOrgAccess()))
                .result()
                .stream()
                .map(Listings::dataset)
                .toList();
    }

    @Override
    public List<CloudIntegration> getCloudIntegrations(CloudIntegrationFilter filter) {
        return transport
                .execute(rest.listCloudIntegrations(
                        emptyToNull(filter.ids()), emptyToNull(filter.titles()), filter.includeOrgAccess()))
                .result()
                .stream()
                .map(Listings::integration)
                .toList();
    }

    private static <T> @Nullable List<T> emptyToNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}

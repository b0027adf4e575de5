package io.encord4j.internal.workflow;

import io.encord4j.CloudIntegration;
import io.encord4j.CloudIntegrationFilter;
import io.encord4j.CreatedDataset;
import io.encord4j.DatasetFilter;
import io.encord4j.DatasetOptions;
import io.encord4j.DatasetSummary;
import io.encord4j.StorageLocation;
import io.encord4j.UnsupportedFeatureException;
import io.encord4j.internal.http.Transport;
import io.encord4j.internal.mapping.Listings;
import io.encord4j.wire.api.UserRpcApi;
import io.encord4j.wire.model.WireCreateDatasetPayload;
import io.encord4j.wire.model.WireCreatedDataset;
import io.encord4j.wire.model.WireDatasetFilter;
import io.encord4j.wire.model.WireListDatasetsPayload;
import io.encord4j.wire.model.WireStorageLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user on the wire of 2022. */
public final class UserOf2022 implements UserProtocol {
    private final Transport transport;
    private final UserRpcApi rpc;

    /**
     * Makes the protocol of a user.
     *
     * @param transport carries its calls
     */
    public UserOf2022(Transport transport) {
        this.transport = transport;
        this.rpc = transport.api(UserRpcApi.class);
    }

    @Override
    public CreatedDataset createDataset(String title, DatasetOptions options) {
        if (options.createBackingFolder() != null) {
            throw unsupported("A backing folder");
        }
        WireCreatedDataset created = transport.execute(rpc.createDatasetRpc(Rpc.with(new WireCreateDatasetPayload(
                title,
                new WireStorageLocation(options.storageLocation().code()),
                blankToNull(options.description())))));
        return new CreatedDataset(
                created.datasetHash(),
                created.title(),
                StorageLocation.ofCode(created.type().value()),
                created.userHash(),
                null);
    }

    @Override
    public List<DatasetSummary> getDatasets(DatasetFilter filter) {
        if (filter.includeOrgAccess()) {
            throw unsupported("Access through the organisation");
        }
        WireDatasetFilter wire = WireDatasetFilter.builder()
                .titleEq(filter.titleEq())
                .titleLike(filter.titleLike())
                .descEq(filter.descriptionEq())
                .descLike(filter.descriptionLike())
                .createdBefore(filter.createdBefore())
                .createdAfter(filter.createdAfter())
                .editedBefore(filter.editedBefore())
                .editedAfter(filter.editedAfter())
                .build();
        return transport.execute(rpc.listDatasetsRpc(Rpc.with(new WireListDatasetsPayload(wire)))).stream()
                .map(Listings::dataset)
                .toList();
    }

    @Override
    public List<CloudIntegration> getCloudIntegrations(CloudIntegrationFilter filter) {
        if (filter.includeOrgAccess()) {
            throw unsupported("Access through the organisation");
        }
        List<String> ids = filter.ids().stream().map(Object::toString).toList();
        return transport.execute(rpc.listCloudIntegrationsUserRpc(Rpc.nothing())).stream()
                .map(Listings::integration)
                .filter(integration -> ids.isEmpty() || ids.contains(integration.id()))
                .filter(integration ->
                        filter.titles().isEmpty() || filter.titles().contains(integration.title()))
                .toList();
    }

    private static @Nullable String blankToNull(@Nullable String description) {
        return description == null || description.isEmpty() ? null : description;
    }

    private static UnsupportedFeatureException unsupported(String feature) {
        return new UnsupportedFeatureException(feature, "Use a client of generation V2026, which is the default.");
    }
}

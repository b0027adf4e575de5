package io.encord4j.internal.workflow;

import io.encord4j.BearerToken;
import io.encord4j.CloudIntegration;
import io.encord4j.CloudIntegrationFilter;
import io.encord4j.CreatedDataset;
import io.encord4j.DatasetApiKey;
import io.encord4j.DatasetFilter;
import io.encord4j.DatasetOptions;
import io.encord4j.DatasetScope;
import io.encord4j.DatasetSummary;
import io.encord4j.Group;
import io.encord4j.StorageLocation;
import io.encord4j.UnsupportedFeatureException;
import io.encord4j.internal.http.Transport;
import io.encord4j.internal.mapping.Listings;
import io.encord4j.wire.api.RestApi;
import io.encord4j.wire.api.UserRpcApi;
import io.encord4j.wire.model.WireCreateDatasetApiKeyPayload;
import io.encord4j.wire.model.WireCreateDatasetPayload;
import io.encord4j.wire.model.WireCreateDatasetRequest;
import io.encord4j.wire.model.WireCreatedDataset;
import io.encord4j.wire.model.WireDatasetCreated;
import io.encord4j.wire.model.WireDatasetFilter;
import io.encord4j.wire.model.WireDatasetHashPayload;
import io.encord4j.wire.model.WireDatasetScope;
import io.encord4j.wire.model.WireListDatasetsPayload;
import io.encord4j.wire.model.WireStorageLocation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The calls of a user, on the wire of either generation. */
public final class UserCalls {
    private final Transport transport;
    private final UserRpcApi rpc;
    private final RestApi rest;
    private final boolean of2022;

    /**
     * Creates the calls.
     *
     * @param of2022 whether datasets and integrations are listed and created by the calls of 2022
     */
    public UserCalls(Transport transport, boolean of2022) {
        this.transport = transport;
        this.rpc = transport.api(UserRpcApi.class);
        this.rest = transport.api(RestApi.class);
        this.of2022 = of2022;
    }

    /** The call of 2026 has no place for the storage location, and the service keeps data of any location in any dataset. */
    public CreatedDataset createDataset(String title, DatasetOptions options) {
        if (of2022) {
            return createDatasetOf2022(title, options);
        }
        boolean folder = !Boolean.FALSE.equals(options.createBackingFolder());
        WireDatasetCreated created = transport.execute(
                rest.createDataset(new WireCreateDatasetRequest(title, options.description(), folder, false)));
        return new CreatedDataset(
                created.datasetUuid().toString(), title, options.storageLocation(), null, created.backingFolderUuid());
    }

    private CreatedDataset createDatasetOf2022(String title, DatasetOptions options) {
        if (options.createBackingFolder() != null) {
            throw unsupported("A backing folder");
        }
        String description = options.description();
        WireCreatedDataset created = transport.execute(rpc.createDatasetRpc(Rpc.with(new WireCreateDatasetPayload(
                title,
                new WireStorageLocation(options.storageLocation().code()),
                description == null || description.isEmpty() ? null : description))));
        return new CreatedDataset(
                created.datasetHash(),
                created.title() == null ? title : created.title(),
                created.type() == null
                        ? options.storageLocation()
                        : StorageLocation.ofCode(created.type().value()),
                created.userHash(),
                created.backingFolderUuid());
    }

    public List<DatasetSummary> getDatasets(DatasetFilter filter) {
        if (of2022) {
            return getDatasetsOf2022(filter);
        }
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

    private List<DatasetSummary> getDatasetsOf2022(DatasetFilter filter) {
        refuseOrgAccess(filter.includeOrgAccess());
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

    /** The call of 2022 knows no filters. */
    public List<CloudIntegration> getCloudIntegrations(CloudIntegrationFilter filter) {
        List<UUID> ids = filter.ids();
        List<String> titles = filter.titles();
        if (of2022) {
            refuseOrgAccess(filter.includeOrgAccess());
            Set<String> wanted = ids.stream().map(UUID::toString).collect(Collectors.toSet());
            return transport.execute(rpc.listCloudIntegrationsUserRpc(Rpc.nothing())).stream()
                    .map(Listings::integration)
                    .filter(integration -> ids.isEmpty() || wanted.contains(integration.id()))
                    .filter(integration ->
                            titles.isEmpty() || (integration.title() != null && titles.contains(integration.title())))
                    .toList();
        }
        return transport
                .execute(rest.listCloudIntegrations(
                        ids.isEmpty() ? null : ids, titles.isEmpty() ? null : titles, filter.includeOrgAccess()))
                .result()
                .stream()
                .map(Listings::integration)
                .toList();
    }

    public DatasetApiKey createApiKey(String datasetHash, String title, List<DatasetScope> scopes) {
        WireCreateDatasetApiKeyPayload payload = new WireCreateDatasetApiKeyPayload(
                datasetHash,
                title,
                scopes.stream()
                        .map(scope -> new WireDatasetScope(scope.value()))
                        .toList());
        return Listings.apiKey(transport.execute(rpc.createDatasetApiKey(Rpc.with(payload))), transport.moshi());
    }

    public List<DatasetApiKey> apiKeys(String datasetHash) {
        return transport.execute(rpc.listDatasetApiKeys(Rpc.with(new WireDatasetHashPayload(datasetHash)))).stream()
                .map(key -> Listings.apiKey(key, transport.moshi()))
                .toList();
    }

    public DatasetApiKey masterApiKey(String datasetHash) {
        WireDatasetHashPayload payload = new WireDatasetHashPayload(datasetHash);
        return Listings.apiKey(transport.execute(rpc.getOrCreateDatasetApiKey(Rpc.with(payload))), transport.moshi());
    }

    public BearerToken bearerToken() {
        return new BearerToken(transport.execute(rest.getBearerToken()).token());
    }

    public List<Group> organisationGroups() {
        return transport.execute(rest.listOrganisationGroups()).results().stream()
                .map(Listings::group)
                .toList();
    }

    private static void refuseOrgAccess(boolean includeOrgAccess) {
        if (includeOrgAccess) {
            throw unsupported("Access through the organisation");
        }
    }

    private static UnsupportedFeatureException unsupported(String feature) {
        return new UnsupportedFeatureException(feature, "Use a client of generation V2026, which is the default.");
    }
}

package io.encord4j.internal.workflow;

import io.encord4j.BearerToken;
import io.encord4j.DatasetApiKey;
import io.encord4j.DatasetScope;
import io.encord4j.Group;
import io.encord4j.internal.http.Transport;
import io.encord4j.internal.mapping.Listings;
import io.encord4j.wire.api.RestApi;
import io.encord4j.wire.api.UserRpcApi;
import io.encord4j.wire.model.WireCreateDatasetApiKeyPayload;
import io.encord4j.wire.model.WireDatasetHashPayload;
import io.encord4j.wire.model.WireDatasetScope;
import java.util.Collection;
import java.util.List;

/** The calls of a user: what only one generation of the service knows, and the way to what they do differently. */
public final class UserCalls {
    private final Transport transport;
    private final UserRpcApi rpc;
    private final RestApi rest;
    private final UserProtocol protocol;

    /**
     * Makes the calls of a user.
     *
     * @param transport carries them
     * @param of2022 whether the wire of 2022 is spoken
     */
    public UserCalls(Transport transport, boolean of2022) {
        this.transport = transport;
        this.rpc = transport.api(UserRpcApi.class);
        this.rest = transport.api(RestApi.class);
        this.protocol = of2022 ? new UserOf2022(transport) : new UserOf2026(transport);
    }

    /** What the generations do differently. */
    public UserProtocol protocol() {
        return protocol;
    }

    /** Makes an API key. */
    public DatasetApiKey createApiKey(String datasetHash, String title, Collection<DatasetScope> scopes) {
        WireCreateDatasetApiKeyPayload payload = new WireCreateDatasetApiKeyPayload(
                datasetHash,
                title,
                scopes.stream()
                        .map(scope -> new WireDatasetScope(scope.value()))
                        .toList());
        return Listings.apiKey(transport.execute(rpc.createDatasetApiKey(Rpc.with(payload))), transport.moshi());
    }

    /** Lists the API keys of a dataset. */
    public List<DatasetApiKey> apiKeys(String datasetHash) {
        return transport.execute(rpc.listDatasetApiKeys(Rpc.with(new WireDatasetHashPayload(datasetHash)))).stream()
                .map(key -> Listings.apiKey(key, transport.moshi()))
                .toList();
    }

    /** The API key with all scopes. */
    public DatasetApiKey masterApiKey(String datasetHash) {
        WireDatasetHashPayload payload = new WireDatasetHashPayload(datasetHash);
        return Listings.apiKey(transport.execute(rpc.getOrCreateDatasetApiKey(Rpc.with(payload))), transport.moshi());
    }

    /** Asks for a bearer token. */
    public BearerToken bearerToken() {
        return new BearerToken(transport.execute(rest.getBearerToken()).token());
    }

    /** Lists the groups of the organisation. */
    public List<Group> organisationGroups() {
        return transport.execute(rest.listOrganisationGroups()).results().stream()
                .map(Listings::group)
                .toList();
    }
}

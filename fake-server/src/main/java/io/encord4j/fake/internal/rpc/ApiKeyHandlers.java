package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.internal.platform.Access;
import io.encord4j.fake.internal.platform.Actor;
import io.encord4j.fake.internal.platform.ApiKeys;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.model.ApiKey;
import io.encord4j.fake.internal.platform.model.DatasetScope;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.wire.model.WireApiKeyMeta;
import io.encord4j.fake.wire.model.WireApiKeyScopes;
import io.encord4j.fake.wire.model.WireCreateDatasetApiKeyPayload;
import io.encord4j.fake.wire.model.WireDatasetApiKey;
import io.encord4j.fake.wire.model.WireDatasetHashPayload;
import io.encord4j.fake.wire.model.WireDatasetScope;
import io.encord4j.fake.wire.model.WireResourceType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The API keys of datasets. */
final class ApiKeyHandlers {

    private final JsonAdapter<WireCreateDatasetApiKeyPayload> createPayload;
    private final JsonAdapter<WireDatasetHashPayload> datasetPayload;

    ApiKeyHandlers(Moshi moshi) {
        this.createPayload = moshi.adapter(WireCreateDatasetApiKeyPayload.class);
        this.datasetPayload = moshi.adapter(WireDatasetHashPayload.class);
    }

    WireDatasetApiKey create(RpcCall call) {
        WireCreateDatasetApiKeyPayload payload = call.payload(createPayload);
        Set<DatasetScope> scopes = EnumSet.noneOf(DatasetScope.class);
        payload.scopes().forEach(scope -> scopes.add(scope(scope)));
        return key(call.world()
                .update(tx -> ApiKeys.create(
                        Access.administer(tx, call.person(), payload.datasetHash()),
                        call.user(),
                        payload.title(),
                        scopes)));
    }

    List<WireDatasetApiKey> list(RpcCall call) {
        String datasetHash = call.payload(datasetPayload).datasetHash();
        PlatformState state = call.world().observe();
        return ApiKeys.valid(state, Access.administered(state, call.person(), datasetHash)).stream()
                .map(ApiKeyHandlers::key)
                .toList();
    }

    WireDatasetApiKey master(RpcCall call) {
        String datasetHash = call.payload(datasetPayload).datasetHash();
        return key(call.world()
                .update(tx -> ApiKeys.master(Access.administer(tx, call.person(), datasetHash), call.user())));
    }

    /** Returns the title of the key; whoever has none hears the title of the dataset. */
    static WireApiKeyMeta describe(RpcCall call) {
        String title = call.actor() instanceof Actor.KeyHolder holder
                ? holder.key().title()
                : call.dataset().title();
        return new WireApiKeyMeta(title, WireResourceType.DATASET);
    }

    private static DatasetScope scope(WireDatasetScope scope) {
        return DatasetScope.ofWireName(scope.value())
                .orElseThrow(
                        () -> RefusedException.invalid("A scope must be one of " + WireDatasetScope.known() + "."));
    }

    private static WireDatasetApiKey key(ApiKey key) {
        List<WireDatasetScope> scopes = Arrays.stream(DatasetScope.values())
                .filter(key.scopes()::contains)
                .map(scope -> WireDatasetScope.of(scope.wireName()))
                .toList();
        return new WireDatasetApiKey(
                key.datasetHash(), key.secret(), key.title(), key.keyHash(), new WireApiKeyScopes.OfList(scopes));
    }
}

package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.Access;
import io.encord4j.fake.internal.platform.Actor;
import io.encord4j.fake.internal.platform.ApiKeys;
import io.encord4j.fake.internal.platform.Refusal;
import io.encord4j.fake.internal.platform.model.ApiKey;
import io.encord4j.fake.internal.platform.model.DatasetScope;
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
                .update(tx -> ApiKeys.create(tx, call.user(), payload.datasetHash(), payload.title(), scopes)));
    }

    List<WireDatasetApiKey> list(RpcCall call) {
        String datasetHash = call.payload(datasetPayload).datasetHash();
        return ApiKeys.list(call.world().observe(), call.user(), datasetHash).stream()
                .map(ApiKeyHandlers::key)
                .toList();
    }

    WireDatasetApiKey master(RpcCall call) {
        String datasetHash = call.payload(datasetPayload).datasetHash();
        return key(call.world().update(tx -> ApiKeys.master(tx, call.user(), datasetHash)));
    }

    /** Returns the title of the key; whoever has none hears the title of the dataset. */
    static WireApiKeyMeta describe(RpcCall call) {
        String title = call.actor() instanceof Actor.KeyHolder holder
                ? holder.key().title()
                : Access.dataset(call.world().observe(), call.actor(), call.datasetHash())
                        .title();
        return new WireApiKeyMeta(title, WireResourceType.DATASET);
    }

    private static DatasetScope scope(WireDatasetScope scope) {
        return DatasetScope.ofWireName(scope.value())
                .orElseThrow(() -> new Refusal(
                                RefusalKind.INVALID_ARGUMENTS,
                                "A scope must be one of " + WireDatasetScope.known() + ".")
                        .thrown());
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

package io.encord4j.internal.mapping;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.encord4j.ApiKeyMeta;
import io.encord4j.CloudIntegration;
import io.encord4j.DatasetApiKey;
import io.encord4j.DatasetGroup;
import io.encord4j.DatasetScope;
import io.encord4j.DatasetSummary;
import io.encord4j.DatasetUserRole;
import io.encord4j.ErrorDetails;
import io.encord4j.Group;
import io.encord4j.MalformedAnswerException;
import io.encord4j.StorageLocation;
import io.encord4j.wire.model.WireApiKeyMeta;
import io.encord4j.wire.model.WireApiKeyScopes;
import io.encord4j.wire.model.WireCloudIntegration;
import io.encord4j.wire.model.WireCloudIntegrationRpc;
import io.encord4j.wire.model.WireDatasetApiKey;
import io.encord4j.wire.model.WireDatasetGroup;
import io.encord4j.wire.model.WireDatasetListEntry;
import io.encord4j.wire.model.WireDatasetListRole;
import io.encord4j.wire.model.WireDatasetUserRole;
import io.encord4j.wire.model.WireDatasetWithUserRole;
import io.encord4j.wire.model.WireGroup;
import io.encord4j.wire.model.WireLegacyDatasetInfo;
import io.encord4j.wire.model.WireStorageLocation;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Datasets in lists, keys, integrations and groups. */
public final class Listings {
    private Listings() {}

    /** A dataset as 2022 lists it. */
    public static DatasetSummary dataset(WireDatasetWithUserRole wire) {
        WireLegacyDatasetInfo info = wire.dataset();
        return new DatasetSummary(
                info.datasetHash(),
                info.title(),
                Objects.requireNonNullElse(info.description(), ""),
                Rows.location(info.type()),
                info.createdAt(),
                info.lastEditedAt(),
                role(wire.userRole()),
                info.userHash(),
                null);
    }

    /** A dataset as 2026 lists it. */
    public static DatasetSummary dataset(WireDatasetListEntry wire) {
        WireDatasetListRole role = wire.userRole();
        WireStorageLocation location = wire.storageLocation();
        return new DatasetSummary(
                wire.datasetUuid().toString(),
                wire.title(),
                wire.description(),
                StorageLocation.ofCode(location == null ? 0 : location.value()),
                wire.createdAt(),
                wire.lastEditedAt(),
                role == null ? null : DatasetUserRole.ofValue(role.value()),
                null,
                wire.backingFolderUuid());
    }

    /**
     * An API key.
     *
     * @param moshi reads scopes that come as a text of JSON
     */
    public static DatasetApiKey apiKey(WireDatasetApiKey wire, Moshi moshi) {
        return new DatasetApiKey(
                wire.resourceHash(), wire.title(), wire.keyHash(), scopes(wire.scopes(), moshi), wire.apiKey());
    }

    private static List<DatasetScope> scopes(@Nullable WireApiKeyScopes wire, Moshi moshi) {
        if (wire == null) {
            return List.of();
        }
        if (wire instanceof WireApiKeyScopes.OfList list) {
            return list.value().stream()
                    .map(scope -> new DatasetScope(scope.value()))
                    .toList();
        }
        JsonAdapter<List<String>> texts = moshi.adapter(Types.newParameterizedType(List.class, String.class));
        try {
            List<String> scopes = texts.fromJson(((WireApiKeyScopes.OfString) wire).value());
            return Objects.requireNonNullElse(scopes, List.<String>of()).stream()
                    .map(DatasetScope::new)
                    .toList();
        } catch (IOException | JsonDataException e) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The scopes of an API key are neither a list nor a text of JSON with one."), e);
        }
    }

    /** What a key says of itself. */
    public static ApiKeyMeta meta(WireApiKeyMeta wire) {
        return new ApiKeyMeta(
                wire.title(),
                wire.resourceType() == null ? null : wire.resourceType().value());
    }

    /** An integration as 2022 lists it. */
    public static CloudIntegration integration(WireCloudIntegrationRpc wire) {
        return new CloudIntegration(wire.id(), wire.title());
    }

    /** An integration as 2026 lists it. */
    public static CloudIntegration integration(WireCloudIntegration wire) {
        return new CloudIntegration(wire.integrationUuid().toString(), wire.title());
    }

    /** A group of the organisation. */
    public static Group group(WireGroup wire) {
        return new Group(wire.groupHash(), wire.name(), wire.description(), wire.createdAt());
    }

    /** A group of a dataset. */
    public static DatasetGroup group(WireDatasetGroup wire) {
        return new DatasetGroup(
                wire.groupHash(),
                wire.name(),
                wire.description(),
                wire.createdAt(),
                Boolean.TRUE.equals(wire.isSameOrganisation()),
                role(wire.userRole()));
    }

    static @Nullable DatasetUserRole role(@Nullable WireDatasetUserRole wire) {
        return wire == null ? null : DatasetUserRole.ofCode(wire.value());
    }
}

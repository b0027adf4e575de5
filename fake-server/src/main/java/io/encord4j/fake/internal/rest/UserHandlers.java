package io.encord4j.fake.internal.rest;

import io.encord4j.fake.internal.platform.HostedObjects;
import io.encord4j.fake.internal.platform.Integrations;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.Users;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.wire.model.WireBearerToken;
import io.encord4j.fake.wire.model.WireCloudIntegration;
import io.encord4j.fake.wire.model.WireCloudIntegrationList;
import io.encord4j.fake.wire.model.WirePresignedUrl;
import io.encord4j.fake.wire.model.WirePresignedUrlPage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What concerns a user and no particular dataset. */
final class UserHandlers {

    WireBearerToken bearerToken(RestCall call) {
        return new WireBearerToken(call.world().update(tx -> Users.bearerToken(tx, call.user())));
    }

    WirePresignedUrlPage presignedUrls(RestCall call) {
        int count = call.query().requiredInteger("count");
        UploadKind kind = UploadKind.ofWireName(call.query().requiredText("uploadItemType"))
                .orElseThrow(() -> RefusedException.invalid("There is no such uploadItemType."));
        List<StoredObject> objects = call.world().update(tx -> HostedObjects.forUser(tx, call.user(), kind, count));
        return new WirePresignedUrlPage(
                objects.stream()
                        .map(object -> new WirePresignedUrl(
                                object.itemUuid(), object.key(), call.links().forUpload(object.key())))
                        .toList(),
                null);
    }

    WireCloudIntegrationList cloudIntegrations(RestCall call) {
        Set<UUID> uuids = new HashSet<>(call.query().uuids("filterIntegrationUuids"));
        Set<String> titles = new HashSet<>(call.query().texts("filterIntegrationTitles"));
        call.query().flag("includeOrgAccess");
        return new WireCloudIntegrationList(
                Integrations.list(
                                call.world().observe(),
                                uuids.isEmpty() ? null : uuids,
                                titles.isEmpty() ? null : titles)
                        .stream()
                        .map(integration -> new WireCloudIntegration(integration.uuid(), integration.title()))
                        .toList());
    }
}

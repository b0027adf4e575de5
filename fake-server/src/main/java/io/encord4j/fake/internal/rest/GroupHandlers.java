package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.internal.platform.Groups;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.model.Group;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.wire.model.WireAddGroupsRequest;
import io.encord4j.fake.wire.model.WireDatasetGroup;
import io.encord4j.fake.wire.model.WireDatasetGroupPage;
import io.encord4j.fake.wire.model.WireDatasetUserRole;
import io.encord4j.fake.wire.model.WireGroup;
import io.encord4j.fake.wire.model.WireGroupPage;
import java.util.List;
import java.util.UUID;

/** Groups of the organisation and of datasets. Clients read the first page only, so there is only one. */
final class GroupHandlers {

    private final JsonAdapter<WireAddGroupsRequest> addRequest;

    GroupHandlers(Moshi moshi) {
        this.addRequest = moshi.adapter(WireAddGroupsRequest.class);
    }

    WireGroupPage ofOrganisation(RestCall call) {
        return new WireGroupPage(
                Groups.ofOrganisation(call.world().observe(), call.user()).stream()
                        .map(GroupHandlers::group)
                        .toList(),
                null);
    }

    WireDatasetGroupPage ofDataset(RestCall call) {
        return new WireDatasetGroupPage(
                Groups.ofDataset(call.world().observe(), call.user(), call.dataset()).stream()
                        .map(GroupHandlers::datasetGroup)
                        .toList(),
                null);
    }

    void add(RestCall call) {
        WireAddGroupsRequest request = call.payload(addRequest);
        Role role = Role.ofCode(request.userRole().value())
                .orElseThrow(() -> RefusedException.invalid(
                        "userRole must be 0 or 1, but is " + request.userRole().value() + "."));
        call.world().change(tx -> Groups.add(call.administer(tx), request.groupHashList(), role));
    }

    void remove(RestCall call) {
        List<UUID> groups = call.query().uuids("groupHashList");
        call.world().change(tx -> Groups.remove(call.administer(tx), groups));
    }

    private static WireGroup group(Group group) {
        return new WireGroup(group.hash(), group.name(), group.description(), group.createdAt());
    }

    private static WireDatasetGroup datasetGroup(Groups.DatasetGroup access) {
        Group group = access.group();
        return new WireDatasetGroup(
                group.hash(),
                group.name(),
                group.description(),
                group.createdAt(),
                access.sameOrganisation(),
                WireDatasetUserRole.of(access.role().code()));
    }
}

package io.encord4j.internal.workflow;

import io.encord4j.ApiKeyMeta;
import io.encord4j.DatasetGroup;
import io.encord4j.DatasetUser;
import io.encord4j.DatasetUserRole;
import io.encord4j.internal.mapping.Listings;
import io.encord4j.wire.model.WireAddDatasetUsersPayload;
import io.encord4j.wire.model.WireAddGroupsRequest;
import io.encord4j.wire.model.WireDatasetUserRole;
import java.util.List;
import java.util.UUID;

/** Who may use one dataset: the API key of the client, users and groups. */
public final class AccessCalls {
    private final DatasetContext context;

    public AccessCalls(DatasetContext context) {
        this.context = context;
    }

    public ApiKeyMeta describeApiKey() {
        return Listings.meta(context.execute(context.rpc().describeApiKey(Rpc.nothing())));
    }

    /** Adds users; makes no call if there are none. */
    public List<DatasetUser> addUsers(List<String> emails, DatasetUserRole role) {
        context.refuseApiKey("Adding users");
        if (emails.isEmpty()) {
            return List.of();
        }
        WireAddDatasetUsersPayload payload =
                new WireAddDatasetUsersPayload(emails, new WireDatasetUserRole(role.code()));
        return context.execute(context.rpc().addDatasetUsers(Rpc.of(context.datasetHash(), payload))).stream()
                .map(user -> new DatasetUser(
                        user.userEmail(),
                        user.userRole() == null
                                ? null
                                : DatasetUserRole.ofCode(user.userRole().value()),
                        user.datasetHash()))
                .toList();
    }

    public List<DatasetGroup> listGroups() {
        context.refuseApiKey("Listing the groups of a dataset");
        return context.execute(context.rest().listDatasetGroups(context.datasetHash())).results().stream()
                .map(Listings::group)
                .toList();
    }

    /** Gives groups access; makes no call if there are none. */
    public void addGroups(List<UUID> groups, DatasetUserRole role) {
        context.refuseApiKey("Adding groups to a dataset");
        if (!groups.isEmpty()) {
            WireAddGroupsRequest request = new WireAddGroupsRequest(groups, new WireDatasetUserRole(role.code()));
            context.perform(context.rest().addDatasetGroups(context.datasetHash(), request));
        }
    }

    /** Takes access away from groups. Without any, the call would go out without a filter, whose effect nobody documents. */
    public void removeGroups(List<UUID> groups) {
        context.refuseApiKey("Removing groups from a dataset");
        if (!groups.isEmpty()) {
            context.perform(context.rest().removeDatasetGroups(context.datasetHash(), groups));
        }
    }
}

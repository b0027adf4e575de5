package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.internal.platform.Integrations;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.Users;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.wire.model.WireAddDatasetUsersPayload;
import io.encord4j.fake.wire.model.WireCloudIntegrationRpc;
import io.encord4j.fake.wire.model.WireDatasetUser;
import io.encord4j.fake.wire.model.WireDatasetUserRole;
import java.util.List;

/** Who belongs to a dataset, and where data of the customer can come from. */
final class MemberHandlers {

    private final JsonAdapter<String> text;
    private final JsonAdapter<WireAddDatasetUsersPayload> addPayload;

    MemberHandlers(Moshi moshi) {
        this.text = moshi.adapter(String.class);
        this.addPayload = moshi.adapter(WireAddDatasetUsersPayload.class);
    }

    List<WireDatasetUser> addUsers(RpcCall call) {
        call.demandDatasetUid(text);
        WireAddDatasetUsersPayload payload = call.payload(addPayload);
        Role role = Role.ofCode(payload.userRole().value())
                .orElseThrow(() -> RefusedException.invalid(
                        "user_role must be 0 or 1, but is " + payload.userRole().value() + "."));
        return call.world().update(tx -> Users.addToDataset(call.administer(tx), payload.userEmails(), role)).stream()
                .map(member -> new WireDatasetUser(
                        member.email(), WireDatasetUserRole.of(member.role().code()), call.datasetHash()))
                .toList();
    }

    static List<WireCloudIntegrationRpc> cloudIntegrations(RpcCall call) {
        return Integrations.list(call.world().observe(), null, null).stream()
                .map(integration ->
                        new WireCloudIntegrationRpc(integration.uuid().toString(), integration.title()))
                .toList();
    }
}

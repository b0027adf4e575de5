package io.encord4j.fake.internal.seed;

import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.Users;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.Group;
import io.encord4j.fake.internal.platform.model.Identities;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/** Users with their credentials, their groups, and integrations, in JSON. */
final class SeedPeople {

    private final Transaction tx;

    SeedPeople(Transaction tx) {
        this.tx = tx;
    }

    void read(JsonFields seed) {
        seed.each("users", this::user);
        seed.each("groups", this::group);
        List<JsonFields> integrations = seed.objects("integrations");
        if (!integrations.isEmpty()) {
            PersistentMap<UUID, CloudIntegration> all = ExtensionsKt.persistentMapOf();
            for (JsonFields integration : integrations) {
                CloudIntegration read = integration(integration);
                if (all.containsKey(read.uuid())) {
                    throw integration.wrong("uuid", "another than that of an integration before it");
                }
                all = all.put(read.uuid(), read);
            }
            tx.become(tx.state().withIntegrations(all));
        }
    }

    private void user(JsonFields fields) {
        String email = fields.requiredText("email");
        String hash = fields.text("hash");
        boolean admin = fields.flag("organisationAdmin", false);
        User user = tx.state().identities().userOf(email);
        if (user == null) {
            user = hash == null ? Users.create(tx, email, admin) : withHash(fields, hash, email, admin);
        } else if (hash != null && !hash.equals(user.hash())) {
            throw fields.wrong("hash", user.hash() + ", the hash of the user of that address, or left out");
        }
        for (String key : fields.texts("sshPublicKeys")) {
            if (!key.matches("[0-9a-f]{64}")) {
                throw fields.refused(
                        "sshPublicKeys", "An SSH public key is given as 64 lower-case hex digits, not " + key + ".");
            }
            Users.registerSshKey(tx, user, key);
        }
        for (String token : fields.texts("bearerTokens")) {
            Users.registerBearerToken(tx, user, token);
        }
        fields.end();
    }

    private void group(JsonFields fields) {
        UUID hash = SeedValues.uuid(fields, "hash", tx);
        if (tx.state().identities().groups().containsKey(hash)) {
            throw fields.wrong("hash", "another than that of a group that is there already");
        }
        String description = fields.text("description");
        Set<String> members = fields.texts("members").stream()
                .map(email -> required(tx.state(), fields, "members", email).hash())
                .collect(Collectors.toSet());
        Group group = new Group(
                hash,
                tx.state().identities().organisation(),
                fields.requiredText("name"),
                description == null ? "" : description,
                SeedValues.time(fields, "createdAt", tx.now()),
                members);
        fields.end();
        tx.become(tx.state().withIdentities(tx.state().identities().withGroup(group)));
    }

    private User withHash(JsonFields fields, String hash, String email, boolean admin) {
        Identities identities = tx.state().identities();
        if (identities.users().containsKey(hash)) {
            throw fields.refused("hash", "There is a user " + hash + " already, with another address.");
        }
        User user = new User(hash, email, identities.organisation(), admin);
        tx.become(tx.state().withIdentities(identities.withUser(user)));
        return user;
    }

    private CloudIntegration integration(JsonFields fields) {
        UUID uuid = SeedValues.uuid(fields, "uuid", tx);
        String title = fields.requiredText("title");
        FakeStorageLocation location = fields.choice("location", FakeStorageLocation.class);
        fields.end();
        return new CloudIntegration(uuid, title, location);
    }

    static User required(PlatformState state, JsonFields fields, String name, String email) {
        User user = state.identities().userOf(email);
        if (user == null) {
            throw fields.refused(name, "There is no user " + email + ". Name them under 'users'.");
        }
        return user;
    }

    static String email(PlatformState state, String userHash) {
        return Users.user(state, userHash).email();
    }

    static Map<String, @Nullable Object> write(PlatformState state) {
        Identities identities = state.identities();
        return SeedText.object(
                "users",
                identities.users().values().stream()
                        .map(user -> SeedText.object(
                                "hash", user.hash(),
                                "email", user.email(),
                                "organisationAdmin", user.organisationAdmin(),
                                "sshPublicKeys", credentials(identities.sshKeys(), user),
                                "bearerTokens", credentials(identities.bearerTokens(), user)))
                        .toList(),
                "groups",
                identities.groups().values().stream()
                        .map(group -> SeedText.object(
                                "hash", group.hash().toString(),
                                "name", group.name(),
                                "description", group.description(),
                                "createdAt", group.createdAt().toString(),
                                "members",
                                        group.members().stream()
                                                .map(member -> email(state, member))
                                                .sorted()
                                                .toList()))
                        .toList(),
                "integrations",
                state.integrations().values().stream()
                        .map(integration -> SeedText.object(
                                "uuid", integration.uuid().toString(),
                                "title", integration.title(),
                                "location", integration.location().name()))
                        .toList());
    }

    /** Sorted, since the maps are not in the order of insertion and two exports must be equal. */
    private static List<String> credentials(Map<String, String> holders, User user) {
        return holders.entrySet().stream()
                .filter(entry -> entry.getValue().equals(user.hash()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}

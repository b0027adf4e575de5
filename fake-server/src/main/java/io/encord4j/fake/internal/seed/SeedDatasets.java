package io.encord4j.fake.internal.seed;

import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.ApiKeys;
import io.encord4j.fake.internal.platform.Datasets;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.ApiKey;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.DatasetScope;
import io.encord4j.fake.internal.platform.model.Group;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.User;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Datasets with members, groups and API keys, in JSON. */
final class SeedDatasets {

    private final Transaction tx;
    private final SeedFiles files;

    SeedDatasets(Transaction tx, SeedFiles files) {
        this.tx = tx;
        this.files = files;
    }

    void read(JsonFields seed) {
        seed.each("datasets", this::dataset);
    }

    Dataset dataset(JsonFields fields) {
        PlatformState state = tx.state();
        String hash = SeedValues.hash(fields, "hash", tx);
        if (state.datasets().containsKey(hash)) {
            throw fields.wrong("hash", "new, or left out");
        }
        User owner = SeedPeople.required(state, fields, "owner", fields.requiredText("owner"));
        boolean mirror = fields.flag("mirror", true);
        UUID folder = SeedValues.uuid(fields, "backingFolder", tx);
        FakeStorageLocation location = fields.text("location") == null
                ? FakeStorageLocation.CORD_STORAGE
                : fields.choice("location", FakeStorageLocation.class);
        Instant createdAt = SeedValues.time(fields, "createdAt", tx.now());
        Instant editedAt = SeedValues.time(fields, "lastEditedAt", createdAt);
        Dataset dataset = Dataset.empty(
                hash,
                fields.requiredText("title"),
                fields.text("description"),
                location,
                owner,
                mirror ? folder : null,
                createdAt);
        dataset = withMembers(dataset, fields);
        dataset = withGroups(dataset, fields);
        for (JsonFields key : fields.objects("apiKeys")) {
            dataset = dataset.withApiKey(apiKey(dataset, key));
        }
        put(dataset);
        if (tx.state().files().folders().find(dataset.backingFolder()) == null) {
            Datasets.backing(tx, dataset, owner);
        }
        new SeedRows(tx, files, dataset).read(fields);
        fields.end();
        Dataset filled = Objects.requireNonNull(tx.state().datasets().get(hash));
        Dataset edited = filled.withRows(filled.rows(), editedAt);
        put(edited);
        return edited;
    }

    private Dataset withMembers(Dataset dataset, JsonFields fields) {
        Dataset more = dataset;
        JsonFields roles = fields.object("members");
        for (String email : fields.textMap("members").keySet()) {
            User user = SeedPeople.required(tx.state(), fields, "members", email);
            more = more.withMembers(more.members()
                    .put(user.hash(), Objects.requireNonNull(roles).choice(email, Role.class)));
        }
        return more;
    }

    private Dataset withGroups(Dataset dataset, JsonFields fields) {
        Dataset more = dataset;
        JsonFields roles = fields.object("groups");
        for (String hash : fields.textMap("groups").keySet()) {
            Group group = tx.state().identities().groups().values().stream()
                    .filter(each -> each.hash().toString().equals(hash))
                    .findFirst()
                    .orElseThrow(() -> fields.refused(
                            "groups", "There is no group " + hash + ". Name them under 'groups' of the world."));
            more = more.withGroups(more.groups()
                    .put(group.hash(), Objects.requireNonNull(roles).choice(hash, Role.class)));
        }
        return more;
    }

    private ApiKey apiKey(Dataset dataset, JsonFields fields) {
        String given = fields.text("secret");
        if (given != null && tx.state().identities().apiKeys().containsKey(given)) {
            throw fields.refused("secret", "There is this API key already.");
        }
        String creator = fields.text("createdBy");
        ApiKey key = new ApiKey(
                given == null ? tx.newSecret() : given,
                SeedValues.hash(fields, "keyHash", tx),
                String.valueOf(fields.text("title") == null ? "" : fields.text("title")),
                scopes(fields),
                dataset.hash(),
                creator == null
                        ? dataset.owner()
                        : SeedPeople.required(tx.state(), fields, "createdBy", creator)
                                .hash(),
                SeedValues.time(fields, "createdAt", tx.now()),
                fields.flag("master", false));
        fields.end();
        tx.become(tx.state().withIdentities(tx.state().identities().withApiKey(key)));
        return key;
    }

    private static Set<DatasetScope> scopes(JsonFields fields) {
        Set<DatasetScope> scopes = new HashSet<>();
        for (String name : fields.texts("scopes")) {
            scopes.add(DatasetScope.ofWireName(name)
                    .orElseThrow(() -> fields.wrong("scopes", "a list of dataset.read and dataset.write")));
        }
        return scopes;
    }

    private void put(Dataset dataset) {
        PlatformState state = tx.state();
        tx.become(state.withDatasets(state.datasets().put(dataset.hash(), dataset)));
    }

    static List<Map<String, @Nullable Object>> write(PlatformState state, SeedFiles files) {
        return state.datasets().values().stream()
                .map(dataset -> write(state, dataset, files))
                .toList();
    }

    private static Map<String, @Nullable Object> write(PlatformState state, Dataset dataset, SeedFiles files) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        dataset.members().forEach((hash, role) -> members.put(SeedPeople.email(state, hash), role.name()));
        Map<String, @Nullable Object> groups = new LinkedHashMap<>();
        dataset.groups().forEach((hash, role) -> groups.put(hash.toString(), role.name()));
        UUID folder = dataset.backingFolder();
        return SeedText.object(
                "hash", dataset.hash(),
                "title", dataset.title(),
                "description", dataset.description(),
                "location", dataset.location().name(),
                "owner", SeedPeople.email(state, dataset.owner()),
                "mirror", dataset.isMirror(),
                "backingFolder", folder == null ? null : folder.toString(),
                "createdAt", dataset.createdAt().toString(),
                "lastEditedAt", dataset.lastEditedAt().toString(),
                "members", members,
                "groups", groups,
                "apiKeys",
                        ApiKeys.valid(state, dataset).stream()
                                .map(key -> write(state, key))
                                .toList(),
                "rows",
                        dataset.rows().values().stream()
                                .map(row -> SeedRows.write(state, row, files))
                                .toList());
    }

    private static Map<String, @Nullable Object> write(PlatformState state, ApiKey key) {
        return SeedText.object(
                "secret", key.secret(),
                "keyHash", key.keyHash(),
                "title", key.title(),
                "scopes",
                        key.scopes().stream()
                                .map(DatasetScope::wireName)
                                .sorted()
                                .toList(),
                "createdBy", SeedPeople.email(state, key.createdBy()),
                "createdAt", key.createdAt().toString(),
                "master", key.master());
    }
}

package io.encord4j.fake.internal.seed;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.CloudSyncs;
import io.encord4j.fake.internal.platform.ItemBatch;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.BucketObject;
import io.encord4j.fake.internal.platform.model.CloudSource;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.Folders;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * Folders of the storage in JSON, each within or behind the one that it lies in, with their items; and what lies in buckets. Backing
 * folders of mirror datasets need no entry, but can have one.
 */
final class SeedFolders {

    private final Transaction tx;
    private final SeedFiles files;
    private final List<UUID> added = new ArrayList<>();

    private record ItemOf(Folder folder, JsonFields fields) {}

    SeedFolders(Transaction tx, SeedFiles files) {
        this.tx = tx;
        this.files = files;
    }

    void read(JsonFields seed) {
        List<ItemOf> groups = new ArrayList<>();
        seed.each("folders", fields -> folder(fields, null, groups));
        // The members of data groups may lie in any folder.
        groups.forEach(group -> item(group.folder(), group.fields()));
        seed.each("buckets", this::bucket);
    }

    /** Makes the rows of mirror datasets for items that came without. */
    void mirror() {
        for (UUID uuid : added) {
            ItemBatch batch = new ItemBatch(tx, tx.now());
            batch.mirror(uuid);
            batch.commit();
        }
    }

    private void folder(JsonFields fields, @Nullable UUID around, List<ItemOf> groups) {
        Folders folders = tx.state().files().folders();
        UUID uuid = SeedValues.uuid(fields, "uuid", tx);
        if (folders.find(uuid) != null) {
            throw fields.wrong("uuid", "new, or left out");
        }
        UUID parent = fields.text("parent") == null ? around : SeedValues.uuid(fields, "parent", tx);
        if (parent != null && folders.find(parent) == null) {
            throw fields.wrong("parent", "the id of a folder before it");
        }
        User owner = SeedPeople.required(tx.state(), fields, "owner", fields.requiredText("owner"));
        Instant createdAt = SeedValues.time(fields, "createdAt", tx.now());
        Folder.About about = new Folder.About(
                fields.requiredText("name"),
                Objects.requireNonNullElse(fields.text("description"), ""),
                fields.freeForm("clientMetadata"));
        JsonFields source = fields.object("cloudSource");
        Folder folder = Folder.empty(
                        uuid,
                        folders.lastNumber() + 1,
                        parent,
                        about,
                        owner,
                        fields.text("dataset"),
                        source == null ? null : source(source),
                        createdAt)
                .saying(about, SeedValues.time(fields, "lastEditedAt", createdAt));
        folder = withMembers(folder, fields);
        folder = withGroups(folder, fields);
        for (long jobs = fields.number("uploadJobs", 0); jobs > 0; jobs--) {
            folder = folder.withUploadJob();
        }
        put(folder);
        for (JsonFields item : fields.objects("items")) {
            if (item.choice("type", FakeDataType.class) == FakeDataType.GROUP) {
                groups.add(new ItemOf(folder, item));
            } else {
                item(folder, item);
            }
        }
        for (JsonFields child : fields.objects("folders")) {
            folder(child, uuid, groups);
        }
        fields.end();
    }

    private void item(Folder folder, JsonFields fields) {
        UUID uuid = SeedValues.uuid(fields, "uuid", tx);
        if (tx.state().files().items().containsKey(uuid)) {
            throw fields.wrong("uuid", "new, or left out");
        }
        FakeDataType type = fields.choice("type", FakeDataType.class);
        String name = fields.requiredText("name");
        Instant createdAt = SeedValues.time(fields, "createdAt", tx.now());
        Instant editedAt = SeedValues.time(fields, "lastEditedAt", createdAt);
        String email = fields.text("owner");
        String owner = email == null
                ? folder.owner()
                : SeedPeople.required(tx.state(), fields, "owner", email).hash();
        UUID integration = fields.text("integration") == null ? null : SeedValues.uuid(fields, "integration", tx);
        SharedItem.About about = new SharedItem.About(name, fields.freeForm("clientMetadata"), editedAt);
        SeedItems.Head head = new SeedItems.Head(
                uuid,
                type,
                Objects.requireNonNullElse(fields.text("title"), name),
                createdAt,
                folder.uuid(),
                owner,
                integration,
                about);
        SeedItems.Place place =
                new SeedItems.Place(folder.uuid().toString(), FakeStorageLocation.CORD_STORAGE, null, uuid.toString());
        new SeedItems(tx, files).add(fields, head, place);
        fields.end();
        added.add(uuid);
    }

    private Folder withMembers(Folder folder, JsonFields fields) {
        PersistentMap<String, Role> members = folder.members();
        JsonFields roles = fields.object("members");
        for (String email : fields.textMap("members").keySet()) {
            User user = SeedPeople.required(tx.state(), fields, "members", email);
            members = members.put(user.hash(), Objects.requireNonNull(roles).choice(email, Role.class));
        }
        return folder.withMembers(members);
    }

    private Folder withGroups(Folder folder, JsonFields fields) {
        PersistentMap<UUID, Role> groups = ExtensionsKt.persistentMapOf();
        JsonFields roles = fields.object("groups");
        for (String hash : fields.textMap("groups").keySet()) {
            UUID group = tx.state().identities().groups().keySet().stream()
                    .filter(known -> known.toString().equals(hash))
                    .findFirst()
                    .orElseThrow(() -> fields.refused(
                            "groups", "There is no group " + hash + ". Name them under 'groups' of the world."));
            groups = groups.put(group, Objects.requireNonNull(roles).choice(hash, Role.class));
        }
        return folder.withGroups(groups);
    }

    private CloudSource source(JsonFields fields) {
        UUID integration = SeedValues.uuid(fields, "integration", tx);
        if (!tx.state().integrations().containsKey(integration)) {
            throw fields.wrong("integration", "the id of an integration of the world");
        }
        CloudSource source = new CloudSource(integration, fields.requiredText("remoteUrl"));
        fields.end();
        return source;
    }

    private void bucket(JsonFields fields) {
        List<BucketObject> objects = new ArrayList<>();
        fields.each("objects", object -> {
            objects.add(new BucketObject(object.requiredText("path"), object.numberOrNull("size")));
            object.end();
        });
        CloudSyncs.fill(tx, fields.requiredText("remoteUrl"), objects);
        fields.end();
    }

    private void put(Folder folder) {
        PlatformState state = tx.state();
        tx.become(state.withFiles(
                state.files().withFolders(state.files().folders().with(folder))));
    }

    static Map<String, @Nullable Object> write(PlatformState state, SeedFiles files) {
        Folders folders = state.files().folders();
        List<Folder> outwardsIn = new ArrayList<>();
        folders.byUuid().values().stream()
                .filter(folder -> folder.parent() == null)
                .forEach(top -> {
                    outwardsIn.add(top);
                    folders.below(top.uuid()).forEach(outwardsIn::add);
                });
        return SeedText.object(
                "folders",
                outwardsIn.stream().map(folder -> write(state, folder, files)).toList(),
                "buckets",
                folders.buckets().entrySet().stream()
                        .map(bucket -> SeedText.object(
                                "remoteUrl",
                                bucket.getKey(),
                                "objects",
                                bucket.getValue().stream()
                                        .map(object -> SeedText.object("path", object.path(), "size", object.size()))
                                        .toList()))
                        .toList());
    }

    private static Map<String, @Nullable Object> write(PlatformState state, Folder folder, SeedFiles files) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        folder.members().forEach((hash, role) -> members.put(SeedPeople.email(state, hash), role.name()));
        Map<String, @Nullable Object> groups = new LinkedHashMap<>();
        folder.groups().forEach((hash, role) -> groups.put(hash.toString(), role.name()));
        UUID parent = folder.parent();
        CloudSource source = folder.source();
        return SeedText.object(
                "uuid", folder.uuid().toString(),
                "parent", parent == null ? null : parent.toString(),
                "name", folder.about().name(),
                "description", folder.about().description(),
                "clientMetadata", folder.about().metadata(),
                "owner", SeedPeople.email(state, folder.owner()),
                "dataset", folder.dataset(),
                "cloudSource",
                        source == null
                                ? null
                                : SeedText.object(
                                        "integration", source.integration().toString(),
                                        "remoteUrl", source.remoteUrl()),
                "createdAt", folder.createdAt().toString(),
                "lastEditedAt", folder.lastEditedAt().toString(),
                "members", members,
                "groups", groups,
                "uploadJobs", folder.uploadJobs(),
                "items",
                        folder.contents().byAge().stream()
                                .map(place -> Objects.requireNonNull(
                                        state.files().items().get(place.uuid())))
                                .map(item -> write(state, item, files))
                                .toList());
    }

    private static Map<String, @Nullable Object> write(PlatformState state, SharedItem item, SeedFiles files) {
        String owner = item.at().owner();
        UUID integration = item.at().integration();
        Map<String, @Nullable Object> json = SeedText.object(
                "uuid", item.uuid().toString(),
                "type", item.item().type().name(),
                "name", item.about().name(),
                "title", item.item().title(),
                "createdAt", item.item().createdAt().toString(),
                "lastEditedAt", item.about().editedAt().toString(),
                "clientMetadata", item.about().metadata(),
                "owner", owner == null ? null : SeedPeople.email(state, owner),
                "integration", integration == null ? null : integration.toString());
        SeedItems.write(state, item, files, json);
        return json;
    }
}

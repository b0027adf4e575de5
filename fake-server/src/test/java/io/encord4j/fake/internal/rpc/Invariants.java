package io.encord4j.fake.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.internal.platform.model.DataGroup;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.Folders;
import io.encord4j.fake.internal.platform.model.Place;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.RowRef;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What holds in every state of a world, whatever was done to it. */
public final class Invariants {

    private Invariants() {}

    /** Fails if something does not hold. */
    public static void check(PlatformState state) {
        checkRows(state);
        checkObjects(state);
        checkComposition(state);
        checkFolders(state);
    }

    private static void checkRows(PlatformState state) {
        Map<UUID, List<RowRef>> rowsByItem = new HashMap<>();
        for (Map.Entry<String, Dataset> dataset : state.datasets().entrySet()) {
            assertThat(dataset.getValue().hash()).isEqualTo(dataset.getKey());
            for (Map.Entry<String, DataRow> row : dataset.getValue().rows().entrySet()) {
                assertThat(row.getValue().hash()).isEqualTo(row.getKey());
                UUID uuid = row.getValue().item().uuid();
                SharedItem item = state.files().items().get(uuid);
                assertThat(item).as("item of row " + row.getKey()).isNotNull();
                assertThat(row.getValue().clientMetadata())
                        .as("metadata of row and item " + uuid)
                        .isEqualTo(item.about().metadata());
                assertThat(row.getValue().item()).isEqualTo(item.item());
                rowsByItem
                        .computeIfAbsent(uuid, ignored -> new ArrayList<>())
                        .add(new RowRef(dataset.getKey(), row.getKey()));
            }
        }
        for (Map.Entry<UUID, SharedItem> item : state.files().items().entrySet()) {
            assertThat(item.getValue().uuid()).isEqualTo(item.getKey());
            assertThat(item.getValue().rows())
                    .as("rows of item " + item.getKey())
                    .containsExactlyInAnyOrderElementsOf(rowsByItem.getOrDefault(item.getKey(), List.of()));
        }
    }

    private static void checkObjects(PlatformState state) {
        Map<String, Integer> uses = new HashMap<>();
        for (SharedItem item : state.files().items().values()) {
            if (item.item().content() instanceof StoredFile file && file.isHosted()) {
                uses.merge(file.link(), 1, Integer::sum);
            }
        }
        for (Map.Entry<String, StoredObject> object : state.files().objects().entrySet()) {
            assertThat(object.getValue().uses())
                    .as("uses of " + object.getKey())
                    .isEqualTo(uses.getOrDefault(object.getKey(), 0));
        }
        assertThat(state.files().objects().keySet()).containsAll(uses.keySet());
    }

    private static void checkComposition(PlatformState state) {
        Map<UUID, List<UUID>> groups = new HashMap<>();
        for (SharedItem item : state.files().items().values()) {
            for (UUID child : item.children()) {
                groups.computeIfAbsent(child, ignored -> new ArrayList<>()).add(item.uuid());
            }
            if (item.item().content() instanceof DataGroup group) {
                assertThat(group.members().values()).containsExactlyInAnyOrderElementsOf(item.children());
            }
        }
        assertThat(state.files().items().keySet()).containsAll(groups.keySet());
        for (SharedItem item : state.files().items().values()) {
            assertThat(item.groups())
                    .as("groups of item " + item.uuid())
                    .containsExactlyInAnyOrderElementsOf(groups.getOrDefault(item.uuid(), List.of()));
        }
    }

    private static void checkFolders(PlatformState state) {
        Folders folders = state.files().folders();
        Map<UUID, List<Place>> places = new HashMap<>();
        for (SharedItem item : state.files().items().values()) {
            UUID folder = item.at().folder();
            if (folder != null && !item.at().frame()) {
                places.computeIfAbsent(folder, ignored -> new ArrayList<>()).add(item.place());
                checkMirror(state, item);
            }
        }
        assertThat(folders.byUuid().keySet()).containsAll(places.keySet());
        for (Folder folder : folders.byUuid().values()) {
            List<Place> expected = places.getOrDefault(folder.uuid(), List.of());
            assertThat(folder.contents().byAge())
                    .as("items in " + folder.uuid())
                    .hasSameElementsAs(expected);
            assertThat(folder.contents().byName())
                    .as("items in " + folder.uuid())
                    .hasSameElementsAs(expected);
            if (folder.parent() != null) {
                assertThat(folders.in(folder.parent())).contains(folder);
            }
        }
        for (Dataset dataset : state.datasets().values()) {
            if (dataset.isMirror()) {
                Folder backing = folders.find(dataset.backingFolder());
                assertThat(backing).as("backing folder of " + dataset.hash()).isNotNull();
                assertThat(backing.dataset()).isEqualTo(dataset.hash());
            }
        }
    }

    /** Rows that somebody deleted while another dataset links the item are not there again. */
    private static void checkMirror(PlatformState state, SharedItem item) {
        String mirror = state.files()
                .folders()
                .upwardsFrom(item.at().folder())
                .map(Folder::dataset)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (mirror != null && item.rows().isEmpty()) {
            throw new AssertionError("Item " + item.uuid() + " has no row in its mirror dataset " + mirror + ".");
        }
    }
}

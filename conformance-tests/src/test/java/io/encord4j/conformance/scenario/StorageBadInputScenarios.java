package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.AuthorisationException;
import io.encord4j.CloudDownloadException;
import io.encord4j.DatasetOptions;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordException;
import io.encord4j.EncordStorage;
import io.encord4j.FolderFilter;
import io.encord4j.FolderOptions;
import io.encord4j.FolderUpdate;
import io.encord4j.InvalidArgumentsException;
import io.encord4j.InvalidValueException;
import io.encord4j.ItemFilter;
import io.encord4j.ItemUpdate;
import io.encord4j.StorageFolder;
import io.encord4j.StorageItem;
import io.encord4j.StoredImageGroup;
import io.encord4j.UploadOptions;
import io.encord4j.UploadedItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What makes no sense has its typed error, and changes nothing half. */
@DisplayName("Bad input for the storage")
final class StorageBadInputScenarios extends Scenario {
    private EncordStorage storage;
    private StorageFolder box;

    @BeforeEach
    void makeAFolder() {
        onlyOnAFake("a clean storage");
        storage = user.storage();
        box = storage.createFolder(title());
    }

    @Test
    void whatIsUnknownAndWhatIsForeignLookTheSame() {
        UUID foreignFolder = stranger().storage().createFolder(title()).uuid();
        for (UUID folderUuid : List.of(UUID.randomUUID(), foreignFolder)) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> storage.getFolder(folderUuid),
                    () -> storage.createFolder(
                            "x", FolderOptions.builder().parent(folderUuid).build()),
                    () -> storage.updateFolder(
                            folderUuid, FolderUpdate.builder().name("x").build()),
                    () -> storage.moveFolders(List.of(folderUuid), null),
                    () -> storage.moveFolders(List.of(box.uuid()), folderUuid),
                    () -> storage.deleteFolder(folderUuid),
                    () -> storage.getFolderSummary(folderUuid),
                    () -> storage.listFolderGroups(folderUuid),
                    () -> storage.listSubfolders(folderUuid, FolderFilter.ofDefaults())
                            .toList(),
                    () -> storage.listItems(folderUuid, ItemFilter.ofDefaults()).toList(),
                    () -> storage.uploadImages(folderUuid, List.of(image("a.png")), UploadOptions.ofDefaults()),
                    () -> storage.startGroupingImages(
                            folderUuid, List.of(new StoredImageGroup("g", List.of(UUID.randomUUID()))), false),
                    () -> storage.uploadJob(folderUuid, UUID.randomUUID()).poll(),
                    () -> storage.startFolderSync(folderUuid))) {
                assertThatExceptionOfType(AuthorisationException.class).isThrownBy(call);
            }
        }
        UUID item = UUID.randomUUID();
        assertThatExceptionOfType(AuthorisationException.class).isThrownBy(() -> storage.getItem(item));
        assertThatExceptionOfType(AuthorisationException.class)
                .isThrownBy(() -> storage.reEncodeItems(List.of(item), "t", false));
    }

    @Test
    void namesThatAreTooLongAreRefusedInAFewWords() {
        String name = "x".repeat(100_000);
        StorageItem item = item("a.png");

        refusesShortly(() -> storage.createFolder(name));
        refusesShortly(() -> storage.updateFolder(
                box.uuid(), FolderUpdate.builder().name(name).build()));
        refusesShortly(
                () -> storage.updateItem(item, ItemUpdate.builder().name(name).build()));

        assertThat(storage.getFolder(box.uuid())).isEqualTo(box);
        assertThat(storage.getItem(item.uuid()).name()).isEqualTo("a.png");
    }

    private static void refusesShortly(ThrowingCallable call) {
        assertThatExceptionOfType(InvalidArgumentsException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
    }

    @Test
    void pagesOfNothingAndOfAMillionAreRefusedBeforeAnythingIsSent() {
        for (int size : new int[] {0, -1, 1001, 1_000_000}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> ItemFilter.builder().pageSize(size));
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> FolderFilter.builder().pageSize(size));
        }
    }

    @Test
    void aFolderCannotBeMovedIntoWhatIsBelowIt() {
        StorageFolder below = below(box);
        StorageFolder deeper = below(below);
        StorageFolder other = storage.createFolder(title());

        assertThatExceptionOfType(InvalidArgumentsException.class)
                .isThrownBy(() -> storage.moveFolders(List.of(other.uuid(), box.uuid()), deeper.uuid()));

        assertThat(storage.getFolder(other.uuid()).parent()).isNull();
        assertThat(storage.getFolder(box.uuid()).parent()).isNull();
    }

    @Test
    void oneBadMemberOfAListSpoilsTheWholeOfIt() {
        StorageItem good = item("a.png");
        StorageFolder other = storage.createFolder(title());
        UUID bad = UUID.randomUUID();
        Map<UUID, ItemUpdate> updates = new LinkedHashMap<>();
        updates.put(good.uuid(), ItemUpdate.builder().name("b.png").build());
        updates.put(bad, ItemUpdate.builder().name("c.png").build());
        Map<UUID, FolderUpdate> folderUpdates = new LinkedHashMap<>();
        folderUpdates.put(box.uuid(), FolderUpdate.builder().name("new").build());
        folderUpdates.put(bad, FolderUpdate.builder().name("new").build());
        EncordDatasetClient dataset = dataset(
                create(DatasetOptions.builder().createBackingFolder(false).build()));

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> storage.getItems(List.of(good.uuid(), bad), false),
                () -> storage.updateItems(updates),
                () -> storage.updateFolders(folderUpdates),
                () -> storage.moveItems(box.uuid(), List.of(good.uuid(), bad), other.uuid(), false),
                () -> storage.deleteItems(box.uuid(), List.of(good.uuid(), bad), true),
                () -> dataset.linkItems(List.of(good.uuid(), bad), DuplicatesBehavior.SKIP))) {
            assertThatExceptionOfType(EncordException.class).isThrownBy(call);
        }

        assertThat(storage.getItem(good.uuid())).isEqualTo(good);
        assertThat(storage.getFolder(box.uuid())).isEqualTo(box);
        assertThat(dataset.getDataset().dataRows()).isEmpty();
    }

    @Test
    void whatIsDeletedWhileItIsListedIsLeftOutAndNothingElse() {
        List<StorageItem> items = new ArrayList<>();
        for (String name : List.of("a.png", "b.png", "c.png", "d.png")) {
            items.add(item(name));
        }
        List<String> seen = new ArrayList<>();
        try (Stream<StorageItem> stream =
                storage.listItems(box.uuid(), ItemFilter.builder().pageSize(2).build())) {
            Iterator<StorageItem> listing = stream.iterator();
            seen.add(listing.next().name());
            storage.deleteItems(
                    box.uuid(), List.of(items.get(1).uuid(), items.get(2).uuid()), true);
            listing.forEachRemaining(item -> seen.add(item.name()));
        }

        // The page that was there already still has b.
        assertThat(seen).containsExactly("a.png", "b.png", "d.png");
    }

    @Test
    void anItemThatIsGoneIsNeitherLinkedNorDownloaded() {
        StorageItem item = storage.getItem(item("a.png").uuid(), true);
        EncordDatasetClient dataset = dataset(
                create(DatasetOptions.builder().createBackingFolder(false).build()));
        storage.deleteItems(box.uuid(), List.of(item.uuid()), true);

        assertThatExceptionOfType(EncordException.class)
                .isThrownBy(() -> dataset.linkItems(List.of(item.uuid()), DuplicatesBehavior.SKIP));
        Path file = folder.resolve("copy.png");
        assertThatExceptionOfType(AuthorisationException.class)
                .isThrownBy(() -> storage.downloadItem(item.uuid(), file));
        assertThatExceptionOfType(CloudDownloadException.class).isThrownBy(() -> storage.downloadItem(item, file));
        assertThat(file).doesNotExist();
        assertThat(dataset.getDataset().dataRows()).isEmpty();
    }

    @Test
    void theJobOfADeletedFolderIsGoneWithIt() {
        StorageFolder brief = storage.createFolder(title());
        UUID job = UUID.fromString(storage.startGroupingImages(
                        brief.uuid(), List.of(new StoredImageGroup("g", List.of(UUID.randomUUID()))), true)
                .id());
        storage.deleteFolder(brief.uuid());

        assertThatExceptionOfType(AuthorisationException.class)
                .isThrownBy(() -> storage.uploadJob(brief.uuid(), job).poll());
        assertThatExceptionOfType(AuthorisationException.class)
                .isThrownBy(() -> storage.cancelUploadJob(brief.uuid(), job));
    }

    private StorageFolder below(StorageFolder above) {
        return storage.createFolder(
                "below", FolderOptions.builder().parent(above.uuid()).build());
    }

    private StorageItem item(String name) {
        UploadedItem uploaded = storage.uploadImages(box.uuid(), List.of(image(name)), UploadOptions.ofDefaults())
                .created()
                .get(0);
        return storage.getItem(uploaded.itemUuid());
    }

    private Path image(String name) {
        return samples().image(name, 8, 6, 10);
    }
}

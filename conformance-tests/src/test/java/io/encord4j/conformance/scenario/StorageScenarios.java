package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.AuthorisationException;
import io.encord4j.CloudMigration;
import io.encord4j.CreatedDataset;
import io.encord4j.DataGroup;
import io.encord4j.DataRow;
import io.encord4j.DataType;
import io.encord4j.DatasetOptions;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordStorage;
import io.encord4j.FolderFilter;
import io.encord4j.FolderJobResult;
import io.encord4j.FolderOptions;
import io.encord4j.FolderUpdate;
import io.encord4j.InvalidArgumentsException;
import io.encord4j.ItemFilter;
import io.encord4j.ItemSummary;
import io.encord4j.ItemType;
import io.encord4j.ItemUpdate;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import io.encord4j.StorageFolder;
import io.encord4j.StorageItem;
import io.encord4j.StoredImageGroup;
import io.encord4j.TreeOptions;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.UploadedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Folders and items of the storage")
final class StorageScenarios extends Scenario {

    @Test
    void imagesAreUploadedIntoAFolderLinkedToADatasetAndDownloaded() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        StorageFolder birds = storage.findOrCreateFolder(title());
        Path heron = samples().image("heron.png", 8, 6, 10);
        Path stork = samples().image("stork.png", 8, 6, 10);

        UploadReport<UploadedItem> report =
                storage.uploadImages(birds.uuid(), List.of(heron, stork), UploadOptions.ofDefaults());

        assertThat(report.created()).extracting(UploadedItem::title).containsExactly("heron.png", "stork.png");
        EncordDatasetClient dataset = dataset(
                create(DatasetOptions.builder().createBackingFolder(false).build()));
        List<UUID> items = report.created().stream().map(UploadedItem::itemUuid).toList();
        List<DataRow> rows = dataset.linkItems(items, DuplicatesBehavior.SKIP);
        assertThat(rows).extracting(DataRow::backingItemUuid).containsExactlyElementsOf(items);
        assertThat(dataset.linkItems(items, DuplicatesBehavior.SKIP)).isEmpty();
        assertThat(storage.listItems(birds.uuid(), ItemFilter.ofDefaults()))
                .allSatisfy(item -> assertThat(item.linkedRows()).isEqualTo(1));
        assertThat(storage.getItemSummary(storage.getItem(items.get(0))).datasets())
                .extracting(ItemSummary.Use::datasetHash)
                .containsExactly(UUID.fromString(dataset.datasetHash()));
        Path copy = folder.resolve("copy.png");
        storage.downloadItem(items.get(0), copy);
        assertThat(copy).hasSameBinaryContentAs(heron);
    }

    @Test
    void foldersOfThisMachineBecomeFoldersOfTheStorage() throws IOException {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        StorageFolder trip = storage.createFolder(title());
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Files.copy(samples().image("map.png", 8, 6, 10), disk.resolve("map.png"));
        Path north = Files.createDirectories(disk.resolve("north/gate"));
        Files.copy(samples().image("heron.png", 8, 6, 10), north.resolve("heron.png"));
        Files.copy(samples().image("stork.png", 8, 6, 10), north.resolve("map.png"));
        Files.writeString(disk.resolve("notes.zip"), "no medium");
        UploadOptions journaled =
                UploadOptions.builder().journal(folder.resolve("journal")).build();

        UploadReport<UploadedItem> report =
                storage.uploadFolder(trip.uuid(), disk, TreeOptions.ofDefaults(), journaled);

        assertThat(report.created()).extracting(UploadedItem::title).containsExactly("map.png", "heron.png", "map.png");
        assertThat(report.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.file()).hasFileName("notes.zip"));
        List<StorageFolder> walk = storage.walkFolders(trip.uuid()).toList();
        assertThat(walk).extracting(StorageFolder::name).containsExactly(trip.name(), "north", "gate");
        assertThat(storage.listItems(walk.get(2).uuid(), ItemFilter.ofDefaults()))
                .extracting(StorageItem::name)
                .containsExactly("heron.png", "map.png");
        assertThat(storage.listItems(walk.get(1).uuid(), ItemFilter.ofDefaults()))
                .isEmpty();

        Files.copy(samples().image("gull.png", 8, 6, 10), north.resolve("gull.png"));
        UploadReport<UploadedItem> byJournal =
                storage.uploadFolder(trip.uuid(), disk, TreeOptions.ofDefaults(), journaled);
        UploadReport<UploadedItem> bySize = storage.uploadFolder(
                trip.uuid(),
                disk,
                TreeOptions.ofDefaults(),
                UploadOptions.builder().skipExisting(true).build());

        assertThat(byJournal.created()).extracting(UploadedItem::title).containsExactly("gull.png");
        assertThat(bySize.created()).isEmpty();
        assertThat(storage.walkFolders(trip.uuid())).hasSize(3);
        assertThat(storage.findItems(trip.uuid(), ItemFilter.ofDefaults())).hasSize(4);
    }

    @Test
    void storedImagesAreGroupedAndUrlsMigrate() {
        onlyOnAFake("an integration");
        EncordStorage storage = user.storage();
        StorageFolder shelf = storage.createFolder(title());
        UUID integration = UUID.fromString(user.getCloudIntegrations().get(0).id());
        String place = "https://bucket.s3.eu-west-2.amazonaws.com/" + UUID.randomUUID();
        PrivateFiles files = PrivateFiles.builder()
                .image(place + "/left.png")
                .image(place + "/right.png")
                .build();
        List<UUID> images =
                storage
                        .addPrivateData(shelf.uuid(), integration, files, PrivateDataOptions.ofDefaults())
                        .items()
                        .stream()
                        .map(FolderJobResult.AddedItem::itemUuid)
                        .toList();

        FolderJobResult grouped = storage.startGroupingImages(
                        shelf.uuid(), List.of(new StoredImageGroup("pair", images)), false)
                .await(PATIENCE)
                .orThrow();
        storage.migrateItems(CloudMigration.builder()
                .url(place + "/left.png", place + "/moved.png")
                .build());

        StorageItem pair = storage.getItem(grouped.items().get(0).itemUuid());
        assertThat(storage.getChildItems(pair, false))
                .extracting(StorageItem::url)
                .containsExactly(place + "/moved.png", place + "/right.png");
        assertThat(storage.listItems(shelf.uuid(), ItemFilter.ofDefaults())).hasSize(3);
        assertThatExceptionOfType(InvalidArgumentsException.class)
                .isThrownBy(() -> storage.migrateItems(CloudMigration.builder()
                        .url(place + "/left.png", place + "/again.png")
                        .build()));
    }

    @Test
    void aMirrorDatasetHasTheItemsOfItsFolderAsRows() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        CreatedDataset created =
                create(DatasetOptions.builder().createBackingFolder(true).build());
        EncordDatasetClient dataset = dataset(created);
        StorageFolder backing = storage.getFolder(created.backingFolderUuid());

        storage.uploadVideos(backing.uuid(), List.of(samples().video("film.mp4")), UploadOptions.ofDefaults());

        assertThat(dataset.backingFolder()).map(StorageFolder::uuid).contains(backing.uuid());
        assertThat(backing.syncedDatasetHash()).hasToString(created.datasetHash());
        assertThat(dataset.getDataset().dataRows()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("film.mp4");
            assertThat(row.dataType()).isEqualTo(DataType.VIDEO);
        });
    }

    @Test
    void foldersAreATreeThatCanBeSearchedChangedAndMoved() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        StorageFolder animals = storage.createFolder(title());
        StorageFolder cats = storage.createFolder(
                "Cats",
                FolderOptions.builder()
                        .parent(animals.uuid())
                        .description("soft")
                        .clientMetadata(Map.of("legs", 4L))
                        .build());

        assertThat(storage.listSubfolders(animals.uuid(), FolderFilter.ofDefaults()))
                .containsExactly(cats);
        assertThat(storage.findFolder(List.of(animals.name(), "Cats"))).contains(cats);
        assertThat(cats.pathToRoot())
                .extracting(StorageFolder.PathElement::name)
                .containsExactly("Cats", animals.name());
        StorageFolder renamed = storage.updateFolder(
                cats.uuid(), FolderUpdate.builder().name("Big cats").build());
        assertThat(renamed.description()).isEqualTo("soft");
        assertThat(renamed.clientMetadata()).containsEntry("legs", 4L);
        assertThatExceptionOfType(InvalidArgumentsException.class)
                .isThrownBy(() -> storage.moveFolders(List.of(animals.uuid()), cats.uuid()));
        storage.moveFolders(List.of(cats.uuid()), null);
        assertThat(storage.getFolder(cats.uuid()).parent()).isNull();
        storage.deleteFolder(cats.uuid());
        assertThatExceptionOfType(AuthorisationException.class).isThrownBy(() -> storage.getFolder(cats.uuid()));
    }

    @Test
    void anImageGroupHasItsImagesAsChildren() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        StorageFolder shelf = storage.createFolder(title());

        UploadReport<UploadedItem> report = storage.upload(
                shelf.uuid(),
                ItemType.IMAGE_GROUP,
                List.of(samples().image("left.png", 8, 6, 10), samples().image("right.png", 8, 6, 10)),
                UploadOptions.builder().title("shelf").build());

        StorageItem group = storage.getItem(report.created().get(0).itemUuid());
        assertThat(group.itemType()).isEqualTo(ItemType.IMAGE_GROUP);
        assertThat(storage.getChildItems(group, true))
                .extracting(StorageItem::name)
                .containsExactly("left.png", "right.png");
        assertThat(storage.getFolderSummary(shelf.uuid()).items()).containsEntry(ItemType.IMAGE_GROUP, 1);
    }

    @Test
    void itemsAreChangedMovedAndDeleted() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        StorageFolder here = storage.createFolder(title());
        StorageFolder there = storage.createFolder(title());
        UUID uuid = storage.uploadImages(
                        here.uuid(), List.of(samples().image("a.png", 8, 6, 10)), UploadOptions.ofDefaults())
                .created()
                .get(0)
                .itemUuid();

        StorageItem changed = storage.updateItem(
                storage.getItem(uuid),
                ItemUpdate.builder().name("b").clientMetadata(Map.of("k", "v")).build());
        assertThat(changed.name()).isEqualTo("b");
        assertThat(changed.clientMetadata()).containsEntry("k", "v");
        storage.updateItems(Map.of(uuid, ItemUpdate.builder().name("c").build()));
        storage.moveItems(here.uuid(), List.of(uuid), there.uuid(), false);
        assertThat(storage.findItems(
                        there.uuid(), ItemFilter.builder().search("c").build()))
                .singleElement()
                .satisfies(item -> assertThat(item.clientMetadata()).containsEntry("k", "v"));
        assertThat(storage.getItemSummary(storage.getItem(uuid)).usedInDatasets())
                .isZero();
        storage.deleteItems(there.uuid(), List.of(uuid), true);
        assertThatExceptionOfType(AuthorisationException.class)
                .isThrownBy(() -> storage.getItems(List.of(uuid), false));
    }

    @Test
    void privateDataBecomesItemsAndItemsBecomeADataGroup() {
        onlyOnAFake("an integration");
        EncordStorage storage = user.storage();
        StorageFolder folderOfData = storage.createFolder(title());
        UUID integration = UUID.fromString(user.getCloudIntegrations().get(0).id());
        PrivateFiles files = PrivateFiles.builder()
                .video("https://bucket.s3.eu-west-2.amazonaws.com/dock.mp4", "dock", null)
                .image("https://bucket.s3.eu-west-2.amazonaws.com/dock.png", "map", null)
                .build();

        FolderJobResult result =
                storage.addPrivateData(folderOfData.uuid(), integration, files, PrivateDataOptions.ofDefaults());

        assertThat(result.items()).extracting(FolderJobResult.AddedItem::name).containsExactly("dock", "map");
        List<UUID> groups = storage.createDataGroups(
                folderOfData.uuid(),
                List.of(DataGroup.carousel(result.items().stream()
                                .map(FolderJobResult.AddedItem::itemUuid)
                                .toList())
                        .withName("both")));
        assertThat(storage.getItem(groups.get(0)).itemType()).isEqualTo(ItemType.GROUP);
        assertThat(storage.getItemSummary(storage.getItem(result.items().get(0).itemUuid()))
                        .groups())
                .extracting(ItemSummary.Group::name)
                .containsExactly("both");
    }
}

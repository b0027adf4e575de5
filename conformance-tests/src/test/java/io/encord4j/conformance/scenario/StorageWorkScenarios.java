package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.CloudMigration;
import io.encord4j.DatasetOptions;
import io.encord4j.DatasetUserRole;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.EncordStorage;
import io.encord4j.FolderFilter;
import io.encord4j.FolderGroup;
import io.encord4j.FolderJobResult;
import io.encord4j.FolderOptions;
import io.encord4j.FolderUpdate;
import io.encord4j.ItemFilter;
import io.encord4j.ItemType;
import io.encord4j.ItemUpdate;
import io.encord4j.Operation;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import io.encord4j.StorageFolder;
import io.encord4j.StorageItem;
import io.encord4j.StorageOrder;
import io.encord4j.UploadOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What programs do with many folders and items: search, page, change, share, re-encode, synchronise")
final class StorageWorkScenarios extends Scenario {

    private static final String BUCKET = "https://bucket.s3.eu-west-2.amazonaws.com/";

    @Test
    void listsGoOnWherePagesEnd() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        UUID animals = storage.createFolder("animals").uuid();
        for (String name : List.of("a", "b", "c")) {
            storage.createFolder(name, FolderOptions.builder().parent(animals).build());
            storage.createFolder("top " + name);
        }
        for (int i = 1; i <= 3; i++) {
            storage.uploadImages(animals, List.of(samples().image(i + ".png", 8, 6, i)), UploadOptions.ofDefaults());
        }
        FolderFilter folders = FolderFilter.builder().pageSize(2).build();
        ItemFilter items = ItemFilter.builder().pageSize(2).build();

        assertThat(storage.listFolders(folders))
                .extracting(StorageFolder::name)
                .containsExactly("animals", "top a", "top b", "top c");
        assertThat(storage.findFolders(folders)).hasSize(7);
        assertThat(storage.listSubfolders(animals, folders))
                .extracting(StorageFolder::name)
                .containsExactly("a", "b", "c");
        assertThat(storage.listItems(animals, items))
                .extracting(StorageItem::name)
                .containsExactly("1.png", "2.png", "3.png");
        assertThat(storage.findItems(items.toBuilder().search("PNG").build())).hasSize(3);
        assertThat(storage.listItems(
                        animals,
                        ItemFilter.builder()
                                .order(StorageOrder.CREATED_AT)
                                .descending(true)
                                .signUrls(true)
                                .build()))
                .allSatisfy(item -> assertThat(item.signedUrl()).isNotNull())
                .extracting(StorageItem::name)
                .containsExactly("3.png", "2.png", "1.png");
    }

    @Test
    void filtersTellMirrorsLinkedItemsAndTypesApart() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        UUID mirror = create(DatasetOptions.builder().createBackingFolder(true).build())
                .backingFolderUuid();
        UUID shelf = storage.createFolder("shelf").uuid();
        UUID below = storage.createFolder(
                        "below", FolderOptions.builder().parent(shelf).build())
                .uuid();
        storage.uploadImages(mirror, List.of(samples().image("linked.png", 8, 6, 1)), UploadOptions.ofDefaults());
        storage.upload(
                shelf,
                ItemType.PLAIN_TEXT,
                List.of(samples().bytes("notes.txt", "Grüße".getBytes(StandardCharsets.UTF_8))),
                UploadOptions.ofDefaults());
        FolderFilter mirrors = FolderFilter.builder().datasetSynced(true).build();
        FolderFilter others = FolderFilter.builder().datasetSynced(false).build();
        ItemFilter texts =
                ItemFilter.builder().itemTypes(List.of(ItemType.PLAIN_TEXT)).build();
        ItemFilter linked = ItemFilter.builder()
                .search("")
                .inDataset(true)
                .itemTypes(List.of(ItemType.IMAGE))
                .build();

        assertThat(storage.listFolders(mirrors)).extracting(StorageFolder::uuid).containsExactly(mirror);
        assertThat(storage.findFolders(others)).extracting(StorageFolder::uuid).containsExactlyInAnyOrder(shelf, below);
        assertThat(storage.listSubfolders(shelf, mirrors)).isEmpty();
        assertThat(storage.listItems(shelf, texts))
                .extracting(StorageItem::name)
                .containsExactly("notes.txt");
        assertThat(storage.listItems(shelf, ItemFilter.builder().inDataset(true).build()))
                .isEmpty();
        assertThat(storage.findItems(linked)).extracting(StorageItem::name).containsExactly("linked.png");
    }

    @Test
    void manyFoldersAndItemsAreReadAndChangedAtOnce() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        UUID one = storage.createFolder("one").uuid();
        UUID two = storage.createFolder("two").uuid();
        List<UUID> items = storage
                .uploadImages(
                        one,
                        List.of(samples().image("1.png", 8, 6, 1), samples().image("2.png", 8, 6, 2)),
                        UploadOptions.ofDefaults())
                .created()
                .stream()
                .map(item -> item.itemUuid())
                .toList();

        assertThat(storage.updateFolders(Map.of(
                        one,
                                FolderUpdate.builder()
                                        .name("eins")
                                        .description("1")
                                        .build(),
                        two,
                                FolderUpdate.builder()
                                        .clientMetadata(Map.of("n", 2L))
                                        .build())))
                .extracting(StorageFolder::name)
                .containsExactlyInAnyOrder("eins", "two");
        storage.updateItems(Map.of(
                items.get(0), ItemUpdate.builder().name("eins.png").build(),
                items.get(1),
                        ItemUpdate.builder().clientMetadata(Map.of("n", 2L)).build()));
        assertThat(storage.getItems(List.of(items.get(1), items.get(0), items.get(1)), true))
                .allSatisfy(item -> assertThat(item.signedUrl()).isNotNull())
                .extracting(StorageItem::name)
                .containsExactly("2.png", "eins.png", "2.png");
    }

    @Test
    void groupsOfTheOrganisationMayOpenAFolder() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        UUID shelf = storage.createFolder("shelf").uuid();
        List<UUID> groups = user.getOrganisationGroups().stream()
                .map(group -> group.groupHash())
                .toList();
        Assumptions.assumeFalse(groups.isEmpty(), "the organisation has no groups here");

        storage.addFolderGroups(shelf, groups, DatasetUserRole.ADMIN);
        storage.addFolderGroups(shelf, groups, DatasetUserRole.USER);
        assertThat(storage.listFolderGroups(shelf))
                .allSatisfy(group -> assertThat(group.userRole()).isEqualTo(DatasetUserRole.USER))
                .extracting(FolderGroup::groupHash)
                .containsExactlyInAnyOrderElementsOf(groups);
        storage.removeFolderGroups(shelf, groups);
        assertThat(storage.listFolderGroups(shelf)).isEmpty();
    }

    @Test
    void videosAreReEncodedByTheirItems() {
        onlyOnAFake("a clean storage");
        EncordStorage storage = user.storage();
        UUID shelf = storage.createFolder("shelf").uuid();
        UUID film = storage.uploadVideos(shelf, List.of(samples().video("film.mp4")), UploadOptions.ofDefaults())
                .created()
                .get(0)
                .itemUuid();

        Operation<List<UUID>> again = storage.reEncodeItems(List.of(film), "again", false);

        assertThat(again.await(PATIENCE).orThrow()).containsExactly(film);
        assertThat(storage.itemReEncoding(UUID.fromString(again.id())).poll().orThrow())
                .containsExactly(film);
    }

    @Test
    void aCloudSyncedFolderFollowsItsBucket() {
        onlyOnAFake("an integration");
        EncordStorage storage = user.storage();
        StorageFolder synced = storage.createFolder(
                "bucket",
                FolderOptions.builder()
                        .integrationUuid(integration())
                        .remoteUrl("s3://bucket/path/")
                        .build());

        Operation<?> sync = storage.startFolderSync(synced.uuid());

        assertThat(sync.await(PATIENCE).isEnded()).isTrue();
        assertThat(storage.listItems(synced.uuid(), ItemFilter.ofDefaults())).isEmpty();
    }

    @Test
    void jobsOfPrivateDataAreFollowedByTheirIdsAndCancelled() {
        onlyOnAFake("an integration");
        EncordStorage storage = user.storage();
        UUID shelf = storage.createFolder("shelf").uuid();
        PrivateFiles files =
                PrivateFiles.builder().image(BUCKET + "one.png", "one", null).build();
        Operation<FolderJobResult> job =
                storage.startAddingPrivateData(shelf, integration(), files, PrivateDataOptions.ofDefaults());
        FolderJobResult result = job.await(PATIENCE).orThrow();

        assertThat(storage.uploadJob(shelf, UUID.fromString(job.id())).poll().orThrow())
                .isEqualTo(result);
        assertThat(storage.cancelUploadJob(shelf, UUID.fromString(job.id()))).isZero();
        List<UUID> items = result.items().stream().map(item -> item.itemUuid()).toList();
        assertThat(newDataset().linkItems(items, DuplicatesBehavior.SKIP)).hasSize(1);
    }

    @Test
    void itemsOfABucketAreGivenOtherUrls() {
        onlyOnAFake("an integration");
        EncordStorage storage = user.storage();
        UUID shelf = storage.createFolder("shelf").uuid();
        PrivateFiles files =
                PrivateFiles.builder().image(BUCKET + "old.png", "one", null).build();
        UUID item = storage.addPrivateData(shelf, integration(), files, PrivateDataOptions.ofDefaults())
                .items()
                .get(0)
                .itemUuid();

        storage.migrateItems(CloudMigration.builder()
                .url(BUCKET + "old.png", BUCKET + "new.png")
                .fromIntegration(integration())
                .build());

        assertThat(storage.getItem(item).url()).isEqualTo(BUCKET + "new.png");
    }

    private UUID integration() {
        return UUID.fromString(user.getCloudIntegrations().get(0).id());
    }
}

package io.encord4j.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.CloudMigration;
import io.encord4j.DataGroup;
import io.encord4j.DataRowExtras;
import io.encord4j.DataRowFilter;
import io.encord4j.DataRowUpdate;
import io.encord4j.DatasetScope;
import io.encord4j.DatasetUserRole;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.FolderFilter;
import io.encord4j.FolderUpdate;
import io.encord4j.ItemFilter;
import io.encord4j.ItemUpdate;
import io.encord4j.PrivateDataOptions;
import io.encord4j.StorageItem;
import io.encord4j.UploadOptions;
import io.encord4j.conformance.faults.Stage.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** How a user of the client makes it call each operation; the shortest way that there is. */
final class Calls {

    private static final FolderUpdate FOLDER_UPDATE =
            FolderUpdate.builder().name("renamed").build();
    private static final ItemUpdate ITEM_UPDATE =
            ItemUpdate.builder().name("renamed").build();
    private static final ItemFilter NAMED = ItemFilter.builder().search("cat").build();

    /** Jobs whose start was not confirmed are over when they are looked for. */
    private static final UploadOptions SETTLED =
            UploadOptions.builder().settleTime(Duration.ZERO).build();

    private static final Set<String> PREPARATIONS = Set.of(
            "getSignedVideoUrl", "getSignedImageUrls", "registerImage", "getPresignedUrls", "getFolderUploadUrls");

    private static final Set<String> POLLS = Set.of("getUploadJob", "getFolderUploadJob");

    private Calls() {}

    /** Whether an operation asks for a job that goes on by itself; the way to it starts the job. */
    static boolean isPoll(String operation) {
        return POLLS.contains(operation);
    }

    /** Whether an operation alone changes nothing that can be seen: it prepares a later one, which makes the row. */
    static boolean isPreparation(String operation) {
        return PREPARATIONS.contains(operation);
    }

    /** By operation. Where several operations make one upload, the whole upload is the way. */
    static Map<String, Consumer<Caller>> byOperation() {
        Map<String, Consumer<Caller>> calls = new TreeMap<>();
        users(calls);
        rows(calls);
        uploads(calls);
        folders(calls);
        items(calls);
        return calls;
    }

    private static void users(Map<String, Consumer<Caller>> calls) {
        calls.put("createDatasetRpc", on -> on.userOf2022().createDataset("new"));
        calls.put("listDatasetsRpc", on -> on.userOf2022().getDatasets());
        calls.put("listCloudIntegrationsUserRpc", on -> on.userOf2022().getCloudIntegrations());
        calls.put(
                "createDatasetApiKey",
                on -> on.user().createDatasetApiKey(on.freshDataset(), "new", List.of(DatasetScope.READ)));
        calls.put("listDatasetApiKeys", on -> on.user().getDatasetApiKeys(on.datasetHash()));
        calls.put("getOrCreateDatasetApiKey", on -> on.user().getOrCreateDatasetApiKey(on.freshDataset()));
        calls.put("createDataset", on -> on.user().createDataset("new"));
        calls.put("listDatasets", on -> on.user().getDatasets());
        calls.put("listCloudIntegrations", on -> on.user().getCloudIntegrations());
        calls.put("getBearerToken", on -> on.user().getBearerToken());
        calls.put("listOrganisationGroups", on -> on.user().getOrganisationGroups());
        calls.put("listDatasetGroups", on -> on.dataset().listGroups());
        calls.put(
                "addDatasetGroups",
                on -> on.dataset().addGroups(List.of(on.organisationGroup()), DatasetUserRole.USER));
        calls.put("removeDatasetGroups", on -> on.dataset().removeGroups(List.of(on.memberGroup())));
        calls.put("addDatasetUsers", on -> on.dataset().addUsers(List.of("bob@example.com"), DatasetUserRole.USER));
        calls.put("describeApiKey", on -> on.byKey().describeApiKey());
        calls.put("listCloudIntegrationsRpc", on -> on.byKey().getCloudIntegrations());
    }

    private static void rows(Map<String, Consumer<Caller>> calls) {
        calls.put("getDataset", on -> on.dataset().getDataset());
        calls.put("listDataRows", on -> on.dataset().listDataRows(DataRowFilter.ofDefaults()));
        calls.put("getDataRow", on -> on.dataset().getDataRow(on.video(), DataRowExtras.ofDefaults()));
        calls.put(
                "updateDataRow",
                on -> on.dataset()
                        .updateDataRow(
                                on.video(), DataRowUpdate.builder().title("new").build()));
        calls.put("renameData", on -> on.dataset().renameData(on.video(), "new"));
        calls.put("deleteData", on -> on.dataset().deleteData(on.video()));
        calls.put("deleteImageGroup", on -> on.byKey().deleteImageGroup(on.group()));
        calls.put("startReEncoding", on -> on.dataset().reEncodeData(List.of(on.video())));
        calls.put("getReEncoding", on -> on.dataset().getReEncodeStatus(on.task()));
        calls.put("runOcr", on -> on.dataset().runOcr(on.group()));
        calls.put("linkItems", on -> on.dataset().linkItems(List.of(on.item()), DuplicatesBehavior.DUPLICATE));
        calls.put("getObject", Caller::download);
    }

    private static void uploads(Map<String, Consumer<Caller>> calls) {
        calls.put("getSignedVideoUrl", on -> on.byKey().uploadVideo(on.film(), SETTLED));
        calls.put("registerVideo", on -> on.byKey().uploadVideo(on.film(), SETTLED));
        calls.put("getSignedImageUrls", on -> on.byKey().uploadImageGroup(List.of(on.picture()), SETTLED));
        calls.put("registerImage", on -> on.byKey().uploadImageGroup(List.of(on.picture()), SETTLED));
        calls.put("createImageGroup", on -> on.byKey().uploadImageGroup(List.of(on.picture()), SETTLED));
        calls.put(
                "addPrivateData",
                on -> on.bucket().addPrivateData(on.integration().toString(), StorageStage.FILES));
        calls.put("getPresignedUrls", on -> on.dataset().uploadImage(on.picture(), SETTLED));
        calls.put("putObject", on -> on.dataset().uploadVideo(on.film(), SETTLED));
        calls.put("startUploadJob", on -> on.dataset().uploadVideo(on.film(), SETTLED));
        calls.put(
                "getUploadJob",
                on -> on.dataset().addPrivateData(on.integration().toString(), StorageStage.FILES));
    }

    private static void folders(Map<String, Consumer<Caller>> calls) {
        calls.put("createFolder", on -> on.storage().createFolder("new"));
        calls.put("getFolder", on -> on.storage().getFolder(on.folders().shelf()));
        calls.put(
                "listFolders",
                on -> assertThat(on.storage().listFolders(FolderFilter.ofDefaults()))
                        .isNotEmpty());
        calls.put(
                "searchFolders",
                on -> assertThat(on.storage().findFolders(FolderFilter.ofDefaults()))
                        .isNotEmpty());
        calls.put(
                "listSubfolders",
                on -> assertThat(on.storage().listSubfolders(on.folders().shelf(), FolderFilter.ofDefaults()))
                        .isNotEmpty());
        calls.put(
                "moveFolders",
                on -> on.storage()
                        .moveFolders(List.of(on.folders().empty()), on.folders().other()));
        calls.put("updateFolder", on -> on.storage().updateFolder(on.folders().empty(), FOLDER_UPDATE));
        calls.put(
                "updateFolders",
                on -> on.storage().updateFolders(Map.of(on.folders().empty(), FOLDER_UPDATE)));
        calls.put("deleteFolder", on -> on.storage().deleteFolder(on.folders().empty()));
        calls.put(
                "getFolderSummary",
                on -> on.storage().getFolderSummary(on.folders().shelf()));
        calls.put(
                "listFolderGroups",
                on -> on.storage().listFolderGroups(on.folders().shelf()));
        calls.put(
                "addFolderGroups",
                on -> on.storage()
                        .addFolderGroups(on.folders().shelf(), List.of(on.organisationGroup()), DatasetUserRole.USER));
        calls.put(
                "removeFolderGroups",
                on -> on.storage().removeFolderGroups(on.folders().shelf(), List.of(on.memberGroup())));
        calls.put(
                "startFolderSync",
                on -> on.storage().startFolderSync(on.folders().synced()));
        calls.put(
                "getFolderSync",
                on -> on.storage()
                        .folderSync(on.folders().synced(), on.folders().sync())
                        .poll());
    }

    private static void items(Map<String, Consumer<Caller>> calls) {
        calls.put("getItem", on -> on.storage().getItem(on.folders().picture()));
        calls.put("getItems", on -> on.storage().getItems(List.of(on.folders().picture()), false));
        calls.put(
                "listFolderItems",
                on -> assertThat(on.storage().listItems(on.folders().shelf(), ItemFilter.ofDefaults()))
                        .isNotEmpty());
        calls.put("searchItems", on -> assertThat(on.storage().findItems(NAMED)).isNotEmpty());
        calls.put(
                "listChildItems",
                on -> on.storage().getChildItems(item(on, on.folders().group()), false));
        calls.put(
                "getItemSummary",
                on -> on.storage().getItemSummary(item(on, on.folders().picture())));
        calls.put(
                "updateItem",
                on -> on.storage().updateItem(item(on, on.folders().picture()), ITEM_UPDATE));
        calls.put(
                "updateItems",
                on -> on.storage().updateItems(Map.of(on.folders().picture(), ITEM_UPDATE)));
        calls.put(
                "moveItems",
                on -> on.storage()
                        .moveItems(
                                on.folders().shelf(),
                                List.of(on.folders().picture()),
                                on.folders().other(),
                                false));
        calls.put(
                "deleteItems",
                on -> on.storage()
                        .deleteItems(on.folders().shelf(), List.of(on.folders().picture()), true));
        calls.put(
                "createGroupItems",
                on -> on.storage()
                        .createDataGroups(
                                on.folders().shelf(),
                                List.of(DataGroup.grid(List.of(on.folders().picture())))));
        calls.put(
                "migrateItems",
                on -> on.storage()
                        .migrateItems(CloudMigration.builder()
                                .url(StorageStage.FILE, "https://bucket.test/new.mp4")
                                .build()));
        calls.put(
                "reEncodeItems",
                on -> on.storage().reEncodeItems(List.of(on.folders().film()), "again", false));
        calls.put(
                "getItemReEncoding",
                on -> on.storage().itemReEncoding(on.folders().reEncoding()).poll());
        calls.put("getFolderUploadUrls", on -> uploadIntoTheShelf(on));
        calls.put("startFolderUploadJob", on -> uploadIntoTheShelf(on));
        calls.put(
                "getFolderUploadJob",
                on -> on.storage()
                        .addPrivateData(
                                on.folders().shelf(),
                                on.integration(),
                                StorageStage.FILES,
                                PrivateDataOptions.ofDefaults()));
        calls.put(
                "cancelFolderUploadJob",
                on -> on.storage()
                        .cancelUploadJob(on.folders().shelf(), on.folders().uploadJob()));
    }

    private static void uploadIntoTheShelf(Caller on) {
        on.storage().uploadVideos(on.folders().shelf(), List.of(on.film()), SETTLED);
    }

    private static StorageItem item(Caller on, UUID uuid) {
        return on.storage().getItem(uuid);
    }
}

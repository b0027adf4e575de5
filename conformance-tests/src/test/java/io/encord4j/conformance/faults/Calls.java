package io.encord4j.conformance.faults;

import io.encord4j.DataRowExtras;
import io.encord4j.DataRowFilter;
import io.encord4j.DataRowUpdate;
import io.encord4j.DatasetScope;
import io.encord4j.DatasetUserRole;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.PrivateFiles;
import io.encord4j.UploadOptions;
import io.encord4j.conformance.faults.Stage.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How a user of the client makes it call each operation; the shortest way that there is. */
final class Calls {

    private static final PrivateFiles FILES =
            PrivateFiles.builder().video("https://bucket.test/film.mp4").build();

    private static final Set<String> PREPARATIONS =
            Set.of("getSignedVideoUrl", "getSignedImageUrls", "registerImage", "getPresignedUrls");

    private Calls() {}

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
        calls.put("getSignedVideoUrl", on -> on.byKey().uploadVideo(on.film()));
        calls.put("registerVideo", on -> on.byKey().uploadVideo(on.film()));
        calls.put("getSignedImageUrls", on -> on.byKey().createImageGroup(List.of(on.picture())));
        calls.put("registerImage", on -> on.byKey().createImageGroup(List.of(on.picture())));
        calls.put("createImageGroup", on -> on.byKey().createImageGroup(List.of(on.picture())));
        calls.put("addPrivateData", on -> on.bucket().addPrivateData(on.integration(), FILES));
        calls.put("getPresignedUrls", on -> on.dataset().uploadImage(on.picture(), UploadOptions.ofDefaults()));
        calls.put("putObject", on -> on.dataset().uploadVideo(on.film()));
        calls.put("startUploadJob", on -> on.dataset().addPrivateData(on.integration(), FILES));
        calls.put("getUploadJob", on -> on.dataset().addPrivateData(on.integration(), FILES));
    }
}

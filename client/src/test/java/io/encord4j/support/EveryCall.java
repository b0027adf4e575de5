package io.encord4j.support;

import io.encord4j.CloudIntegrationFilter;
import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.DataRowFilter;
import io.encord4j.DataRowUpdate;
import io.encord4j.DatasetFilter;
import io.encord4j.DatasetOptions;
import io.encord4j.DatasetScope;
import io.encord4j.DatasetUserRole;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import io.encord4j.StorageLocation;
import io.encord4j.TreeOptions;
import io.encord4j.UploadOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every method of the two clients that calls the service, with good arguments. The names begin with those of the methods. */
public final class EveryCall {
    private static final UUID SOME_ID = UUID.fromString("d3207fb8-c0dd-5b75-99e6-71c3e9cad573");

    private EveryCall() {}

    /** The calls of a user. */
    public static Map<String, Function<EncordUserClient, Object>> ofUser() {
        Map<String, Function<EncordUserClient, Object>> calls = new LinkedHashMap<>();
        calls.put("createDataset", user -> user.createDataset("t"));
        calls.put(
                "createDataset elsewhere",
                user -> user.createDataset(
                        "t",
                        DatasetOptions.builder()
                                .storageLocation(StorageLocation.AWS)
                                .build()));
        calls.put("getDatasets", EncordUserClient::getDatasets);
        calls.put(
                "getDatasets filtered",
                user -> user.getDatasets(DatasetFilter.builder().titleLike("t%").build()));
        calls.put("createDatasetApiKey", user -> user.createDatasetApiKey("d", "t", List.of(DatasetScope.READ)));
        calls.put("getDatasetApiKeys", user -> user.getDatasetApiKeys("d"));
        calls.put("getOrCreateDatasetApiKey", user -> user.getOrCreateDatasetApiKey("d"));
        calls.put("getCloudIntegrations", user -> user.getCloudIntegrations(CloudIntegrationFilter.ofDefaults()));
        calls.put("getBearerToken", EncordUserClient::getBearerToken);
        calls.put("getOrganisationGroups", EncordUserClient::getOrganisationGroups);
        return calls;
    }

    /**
     * The calls of a dataset.
     *
     * @param files two images
     * @param signedUrl where something can be downloaded
     * @param options how to upload
     */
    public static Map<String, Function<EncordDatasetClient, Object>> ofDataset(
            List<Path> files, String signedUrl, UploadOptions options) {
        Map<String, Function<EncordDatasetClient, Object>> calls = new LinkedHashMap<>();
        reading(calls);
        changing(calls);
        uploading(calls, files, options);
        working(calls);
        calls.put(
                "download", dataset -> dataset.download(signedUrl, files.get(0).resolveSibling("out")));
        return calls;
    }

    private static void reading(Map<String, Function<EncordDatasetClient, Object>> calls) {
        calls.put("describeApiKey", EncordDatasetClient::describeApiKey);
        calls.put("getDataset", EncordDatasetClient::getDataset);
        calls.put("listDataRows", dataset -> dataset.listDataRows(DataRowFilter.ofDefaults()));
        calls.put("streamDataRows", dataset -> {
            try (Stream<DataRow> rows = dataset.streamDataRows(DataRowFilter.ofDefaults())) {
                return rows.toList();
            }
        });
        calls.put(
                "getDataRow",
                dataset -> dataset.getDataRow(
                        "h",
                        DataRowExtras.builder()
                                .signedUrl(true)
                                .imageSignedUrls(true)
                                .clientMetadata(true)
                                .build()));
        calls.put("runOcr", dataset -> dataset.runOcr("h"));
        calls.put("getCloudIntegrations", EncordDatasetClient::getCloudIntegrations);
        calls.put("listGroups", EncordDatasetClient::listGroups);
    }

    private static void changing(Map<String, Function<EncordDatasetClient, Object>> calls) {
        calls.put(
                "updateDataRow",
                dataset -> dataset.updateDataRow(
                        "h", DataRowUpdate.builder().title("t").build()));
        calls.put("renameData", doing(dataset -> dataset.renameData("h", "t")));
        calls.put("linkItems", dataset -> dataset.linkItems(List.of(SOME_ID), DuplicatesBehavior.SKIP));
        calls.put("backingFolder", EncordDatasetClient::backingFolder);
        calls.put("deleteData", doing(dataset -> dataset.deleteData("h")));
        calls.put("deleteImageGroup", doing(dataset -> dataset.deleteImageGroup("h")));
        calls.put("addUsers", dataset -> dataset.addUsers(List.of("a@example.com"), DatasetUserRole.USER));
        calls.put("addGroups", doing(dataset -> dataset.addGroups(List.of(SOME_ID), DatasetUserRole.USER)));
        calls.put("removeGroups", doing(dataset -> dataset.removeGroups(List.of(SOME_ID))));
    }

    private static void uploading(
            Map<String, Function<EncordDatasetClient, Object>> calls, List<Path> files, UploadOptions options) {
        UploadOptions tolerant = options.toBuilder().tolerateFailures(true).build();
        calls.put("uploadVideo", dataset -> dataset.uploadVideo(files.get(0), options));
        calls.put(
                "uploadVideos", dataset -> dataset.uploadVideos(files, options).files());
        calls.put(
                "uploadFolder",
                dataset -> dataset.uploadFolder(
                                Objects.requireNonNull(files.get(0).getParent()), TreeOptions.ofDefaults(), options)
                        .files());
        calls.put("uploadImage", dataset -> dataset.uploadImage(files.get(0), options));
        calls.put(
                "uploadImages", dataset -> dataset.uploadImages(files, options).files());
        calls.put(
                "uploadImages tolerantly",
                dataset -> dataset.uploadImages(files, tolerant).files());
        calls.put("createImageGroup", dataset -> dataset.createImageGroup(files, options));
        calls.put(
                "uploadImageGroup tolerantly",
                dataset -> dataset.uploadImageGroup(files, tolerant).files());
        calls.put("createDicomSeries", dataset -> dataset.createDicomSeries(files, options));
        calls.put(
                "uploadDicomSeries",
                dataset -> dataset.uploadDicomSeries(files, options).files());
    }

    private static void working(Map<String, Function<EncordDatasetClient, Object>> calls) {
        PrivateFiles files = PrivateFiles.builder().video("https://bucket/a").build();
        PrivateDataOptions atOnce =
                PrivateDataOptions.builder().timeout(Duration.ZERO).build();
        calls.put("addPrivateData", dataset -> dataset.addPrivateData(SOME_ID.toString(), files, atOnce));
        calls.put(
                "startAddingPrivateData", dataset -> dataset.startAddingPrivateData(SOME_ID.toString(), files, atOnce));
        calls.put("uploadJob", dataset -> dataset.uploadJob("p").poll());
        calls.put("reEncodeData", dataset -> dataset.reEncodeData(List.of("h")));
        calls.put("reEncodeTask", dataset -> dataset.reEncodeTask("7").poll());
        calls.put("getReEncodeStatus", dataset -> dataset.getReEncodeStatus("7"));
    }

    private static Function<EncordDatasetClient, Object> doing(Consumer<EncordDatasetClient> call) {
        return dataset -> {
            call.accept(dataset);
            return "done";
        };
    }
}

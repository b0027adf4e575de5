package io.encord4j.golden;

import io.encord4j.CloudIntegrationFilter;
import io.encord4j.DataRowExtras;
import io.encord4j.DataRowFilter;
import io.encord4j.DataRowUpdate;
import io.encord4j.DataType;
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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** How a user of this client makes each call of the golden data. */
final class GoldenCalls {
    private GoldenCalls() {}

    static Map<String, Function<GoldenCall, Object>> of2022() {
        Map<String, Function<GoldenCall, Object>> calls = new LinkedHashMap<>();
        for (String name : List.of("create_dataset", "create_dataset_with_description", "create_dataset_aws")) {
            calls.put(name, GoldenCalls::createByRpc);
        }
        calls.put("get_datasets", call -> call.asUser(EncordUserClient::getDatasets));
        calls.put("get_datasets_filtered", call -> {
            Map<String, Object> filter = GoldenLine.asMap(call.payload().get("filter"));
            return call.asUser(user -> user.getDatasets(DatasetFilter.builder()
                    .titleLike((String) filter.get("title_like"))
                    .createdAfter(moment(filter.get("created_after")))
                    .editedBefore(moment(filter.get("edited_before")))
                    .build()));
        });
        for (String name : List.of(
                "create_dataset_api_key", "create_dataset_api_key_read_only", "error_api_key_for_unknown_dataset")) {
            calls.put(
                    name,
                    call -> call.asUser(user -> user.createDatasetApiKey(
                            call.text("dataset_hash"),
                            call.text("title"),
                            call.texts("scopes").stream().map(DatasetScope::new).toList())));
        }
        calls.put(
                "get_dataset_api_keys", call -> call.asUser(user -> user.getDatasetApiKeys(call.text("dataset_hash"))));
        calls.put(
                "get_or_create_dataset_api_key",
                call -> call.asUser(user -> user.getOrCreateDatasetApiKey(call.text("dataset_hash"))));
        calls.put("get_cloud_integrations_user", call -> call.asUser(EncordUserClient::getCloudIntegrations));
        for (String name : List.of("initialise_dataset_client", "error_wrong_api_key")) {
            calls.put(name, call -> call.onDataset(EncordDatasetClient::describeApiKey));
        }
        for (String name : List.of("get_dataset_empty", "get_dataset", "get_dataset_cloud")) {
            calls.put(name, call -> call.onDataset(EncordDatasetClient::getDataset));
        }
        for (String name : List.of("upload_video", "error_read_only_key_uploads", "error_upload_to_cloud_dataset")) {
            calls.put(
                    name,
                    call -> call.onDataset(dataset ->
                            dataset.uploadVideo(call.files((String) call.uid()).get(0))));
        }
        for (String name : List.of("create_image_group", "error_image_group_in_cloud_dataset")) {
            calls.put(
                    name,
                    call -> call.onDataset(dataset -> dataset.createImageGroup(
                            call.files(call.uids().toArray(String[]::new)),
                            call.oneByOne().build())));
        }
        calls.put(
                "delete_image_group",
                call -> call.onDataset(run(dataset -> dataset.deleteImageGroup((String) call.uid()))));
        for (String name : List.of("add_private_data_to_dataset", "add_private_data_ignore_errors")) {
            calls.put(
                    name,
                    call -> call.onDataset(dataset -> dataset.addPrivateData(
                            call.text("integration_id"),
                            new PrivateFiles.Entries(
                                    GoldenLine.asMap(call.payload().get("files"))),
                            (Boolean) call.payload().get("ignore_errors")
                                    ? PrivateDataOptions.builder()
                                            .tolerateFailures(true)
                                            .build()
                                    : PrivateDataOptions.ofDefaults())));
        }
        calls.put("get_cloud_integrations_dataset", call -> call.onDataset(EncordDatasetClient::getCloudIntegrations));
        shared(calls);
        calls.put("error_read_only_key_deletes", calls.get("delete_data"));
        return calls;
    }

    static Map<String, Function<GoldenCall, Object>> of2026() {
        Map<String, Function<GoldenCall, Object>> calls = new LinkedHashMap<>();
        for (String name : List.of("create_dataset", "create_dataset_without_backing_folder", "error_empty_title")) {
            calls.put(name, GoldenCalls::createByRest);
        }
        for (String name : List.of("get_datasets", "bearer_get_datasets", "error_bad_bearer_token")) {
            calls.put(name, call -> call.asUser(EncordUserClient::getDatasets));
        }
        calls.put(
                "get_datasets_filtered",
                call -> call.asUser(user -> user.getDatasets(DatasetFilter.builder()
                        .titleLike(query(call, "titleLike").get(0))
                        .createdAfter(moment(query(call, "createdAfter").get(0)))
                        .editedBefore(moment(query(call, "editedBefore").get(0)))
                        .includeOrgAccess(true)
                        .build())));
        for (String name :
                List.of("get_dataset", "bearer_get_dataset", "error_unknown_dataset", "error_bad_bearer_token_v1")) {
            calls.put(name, call -> call.onDataset(EncordDatasetClient::getDataset));
        }
        calls.put("set_access_settings", call -> call.onDataset(dataset -> dataset.getDataset(true)));
        calls.put("get_cloud_integrations", call -> call.asUser(EncordUserClient::getCloudIntegrations));
        calls.put(
                "get_cloud_integrations_filtered",
                call -> call.asUser(user -> user.getCloudIntegrations(CloudIntegrationFilter.builder()
                        .ids(uuids(query(call, "filterIntegrationUuids")))
                        .titles(query(call, "filterIntegrationTitles"))
                        .build())));
        calls.put("get_cloud_integrations_dataset", call -> call.onDataset(EncordDatasetClient::getCloudIntegrations));
        calls.put("get_bearer_token", call -> call.asUser(EncordUserClient::getBearerToken));
        calls.put(
                "upload_video",
                call -> call.onDataset(
                        dataset -> dataset.uploadVideo(call.files("video.mp4").get(0))));
        calls.put(
                "upload_empty_file",
                call -> call.onDataset(
                        dataset -> dataset.uploadVideo(call.files("empty.mp4").get(0))));
        calls.put(
                "upload_image",
                call -> call.onDataset(
                        dataset -> dataset.uploadImage(call.files("single.png").get(0))));
        calls.put(
                "error_folder_in_mirror_dataset",
                call -> call.onDataset(dataset -> dataset.uploadImage(
                        call.files("img1.png").get(0),
                        call.oneByOne()
                                .folder(UUID.fromString(
                                        (String) call.lines().get(2).payload().get("folderUuid")))
                                .build())));
        calls.put(
                "create_image_group_sequence",
                call -> call.onDataset(dataset -> dataset.createImageGroup(
                        call.files("img1.png", "img2.png"), call.oneByOne().build())));
        calls.put(
                "create_image_group_sequence_two_resolutions",
                call -> call.onDataset(dataset -> dataset.createImageGroup(
                        call.files("m1.png", "m2.png", "m3.png"),
                        call.oneByOne().title("clustered").build())));
        calls.put(
                "create_image_group_without_video",
                call -> call.onDataset(dataset -> dataset.createImageGroup(
                        call.files("m1.png", "m2.png", "m3.png"),
                        call.oneByOne().title("free").createVideo(false).build())));
        calls.put(
                "create_dicom_series",
                call -> call.onDataset(dataset -> dataset.createDicomSeries(
                        call.files("slice1.dcm", "slice2.dcm"),
                        call.oneByOne().title("scan").build())));
        rows(calls);
        members(calls);
        privateData(calls);
        shared(calls);
        calls.put(
                "delete_data_single_string",
                call -> call.onDataset(
                        run(dataset -> dataset.deleteData(call.uids().get(0)))));
        return calls;
    }

    private static void rows(Map<String, Function<GoldenCall, Object>> calls) {
        calls.put(
                "list_data_rows", call -> call.onDataset(dataset -> dataset.listDataRows(DataRowFilter.ofDefaults())));
        calls.put(
                "list_data_rows_filtered",
                call -> call.onDataset(dataset -> dataset.listDataRows(DataRowFilter.builder()
                        .titleEq(call.text("title_eq"))
                        .titleLike(call.text("title_like"))
                        .createdBefore(moment(call.text("created_before")))
                        .createdAfter(moment(call.text("created_after")))
                        .dataTypes(DataType.VIDEO, DataType.IMG_GROUP)
                        .dataHashes(call.texts("data_hashes"))
                        .build())));
        calls.put(
                "data_row_refetch_signed_url",
                call -> call.onDataset(dataset -> dataset.getDataRow(
                        (String) call.uid(),
                        DataRowExtras.builder().signedUrl(true).build())));
        calls.put(
                "data_row_refetch_images",
                call -> call.onDataset(dataset -> dataset.getDataRow(
                        (String) call.uid(),
                        DataRowExtras.builder()
                                .imageSignedUrls(true)
                                .clientMetadata(true)
                                .build())));
        calls.put(
                "data_row_save",
                call -> call.onDataset(dataset -> dataset.updateDataRow((String) call.uid(), update(call))));
        calls.put(
                "update_data_item",
                call -> call.onDataset(run(dataset -> {
                    dataset.getDataset(true);
                    dataset.renameData("1544b0f5-06c4-5b2e-9358-1c4342597aed", "updated");
                })));
    }

    private static void members(Map<String, Function<GoldenCall, Object>> calls) {
        calls.put(
                "add_users",
                call -> call.onDataset(dataset -> dataset.addUsers(call.texts("user_emails"), DatasetUserRole.USER)));
        calls.put("list_user_groups", call -> call.asUser(EncordUserClient::getOrganisationGroups));
        for (String name : List.of("list_groups", "error_unknown_dataset_v2")) {
            calls.put(name, call -> call.onDataset(EncordDatasetClient::listGroups));
        }
        calls.put(
                "add_group",
                call -> call.onDataset(run(dataset -> {
                    List<?> hashes =
                            (List<?>) GoldenLine.asMap(call.first().body()).get("groupHashList");
                    dataset.addGroups(
                            hashes.stream()
                                    .map(hash -> UUID.fromString((String) hash))
                                    .toList(),
                            DatasetUserRole.ADMIN);
                })));
        calls.put(
                "remove_group",
                call -> call.onDataset(run(dataset -> dataset.removeGroups(uuids(query(call, "groupHashList"))))));
        for (String name : List.of("link_items", "error_link_items_fail")) {
            calls.put(
                    name,
                    call -> call.onDataset(dataset -> dataset.linkItems(
                            uuids(call.texts("item_uuids")),
                            DuplicatesBehavior.valueOf(call.text("duplicates_behavior")))));
        }
    }

    private static void privateData(Map<String, Function<GoldenCall, Object>> calls) {
        for (String name :
                List.of("add_private_data_to_dataset", "add_private_data_errors", "add_private_data_ignore_errors")) {
            calls.put(
                    name,
                    call -> call.onDataset(
                            dataset -> dataset.addPrivateData(call.text("integrationId"), files(call), options(call))));
        }
        calls.put(
                "add_private_data_start",
                call -> call.onDataset(dataset ->
                        dataset.startAddingPrivateData(call.text("integrationId"), files(call), options(call))));
        calls.put(
                "add_private_data_result_pending",
                call -> call.onDataset(
                        dataset -> dataset.uploadJob(call.text("process_hash")).poll()));
        calls.put(
                "add_private_data_result_done",
                call -> call.onDataset(
                        dataset -> dataset.uploadJob(call.text("process_hash")).await(Duration.ofDays(7))));
    }

    private static PrivateFiles files(GoldenCall call) {
        return new PrivateFiles.Entries(GoldenLine.asMap(call.payload().get("files")));
    }

    /** One entry of the golden data breaks a documented rule, which this client would refuse to send unless told otherwise. */
    private static PrivateDataOptions options(GoldenCall call) {
        return PrivateDataOptions.builder()
                .checkLocally(false)
                .tolerateFailures((Boolean) call.payload().get("ignoreErrors"))
                .build();
    }

    private static DataRowUpdate update(GoldenCall call) {
        DataRowUpdate.Builder update = DataRowUpdate.builder();
        if (call.text("data_title") != null) {
            update.title(call.text("data_title"));
        }
        if (call.payload().get("client_metadata") != null) {
            update.clientMetadata(GoldenLine.asMap(call.payload().get("client_metadata")));
        }
        return update.build();
    }

    private static void shared(Map<String, Function<GoldenCall, Object>> calls) {
        calls.put("re_encode_data", call -> call.onDataset(dataset -> dataset.reEncodeData(call.texts("data_hash"))));
        for (String name : List.of(
                "re_encode_data_status_submitted",
                "re_encode_data_status_done",
                "error_re_encode_status_unknown_task")) {
            calls.put(name, call -> call.onDataset(dataset -> dataset.getReEncodeStatus(String.valueOf(call.uid()))));
        }
        calls.put("run_ocr", call -> call.onDataset(dataset -> dataset.runOcr(call.text("image_group_data_hash"))));
        calls.put("delete_data", call -> call.onDataset(run(dataset -> dataset.deleteData(call.uids()))));
    }

    private static Object createByRpc(GoldenCall call) {
        long type = (Long) call.payload().get("type");
        DatasetOptions.Builder options = DatasetOptions.builder().storageLocation(StorageLocation.ofCode((int) type));
        return create(call, call.text("title"), call.text("description"), options);
    }

    private static Object createByRest(GoldenCall call) {
        Map<String, Object> body = GoldenLine.asMap(call.first().body());
        DatasetOptions.Builder options =
                DatasetOptions.builder().createBackingFolder((Boolean) body.get("createBackingFolder"));
        return create(call, (String) body.get("title"), (String) body.get("description"), options);
    }

    private static Object create(GoldenCall call, String title, String description, DatasetOptions.Builder options) {
        if (description != null) {
            options.description(description);
        }
        return call.asUser(user -> user.createDataset(title, options.build()));
    }

    private static Instant moment(Object text) {
        return OffsetDateTime.parse((String) text).toInstant();
    }

    private static List<String> query(GoldenCall call, String name) {
        return Arrays.stream(call.first().path().split("[?&]"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<UUID> uuids(List<String> texts) {
        return texts.stream().map(UUID::fromString).toList();
    }

    private static Function<EncordDatasetClient, Object> run(Consumer<EncordDatasetClient> calls) {
        return dataset -> {
            calls.accept(dataset);
            return "done";
        };
    }
}

package io.encord4j;

import static io.encord4j.support.StubService.json;
import static io.encord4j.support.StubService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.support.ItemCounter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EncordStorageTest extends UploadFixture {
    private static final UUID FOLDER = UUID.fromString("64673756-c2fc-5fd1-a3d8-1c9e3bd0b2a1");
    private static final UUID PARENT = UUID.fromString("0c0929f9-7b58-5f6e-9f5b-8a2b7f6b4c3d");
    private static final UUID ITEM = UUID.fromString("d3207fb8-c0dd-5b75-99e6-71c3e9cad573");
    private static final UUID JOB = UUID.fromString("1c9f2d3e-4b5a-4c6d-8e7f-901234567890");

    private EncordStorage storage;

    @BeforeEach
    void openStorage() {
        storage = user.storage();
    }

    @Test
    void aFolderIsCreatedWithItsMetadataAsText() {
        service.on("POST storage/folders", folder("Cats"));

        StorageFolder created = storage.createFolder(
                "Cats",
                FolderOptions.builder()
                        .parent(PARENT)
                        .clientMetadata(Map.of("a", 1L))
                        .build());

        assertThat(created.name()).isEqualTo("Cats");
        assertThat(created.clientMetadata()).containsEntry("a", null);
        assertThat(created.pathToRoot())
                .extracting(StorageFolder.PathElement::name)
                .containsExactly("Cats", "Animals");
        assertThat(body("POST storage/folders"))
                .contains("\"name\":\"Cats\"", "\"parent\":\"" + PARENT + "\"", "\"clientMetadata\":\"{\\\"a\\\":1}\"");
    }

    @Test
    void aStreamAsksForAPageWhenItIsReachedAndForNoneAfterItIsClosed() {
        service.on("GET storage/folders/" + FOLDER + "/items", call -> {
            String token = call.request().getUrl().queryParameter("pageToken");
            int page = token == null ? 0 : Integer.parseInt(token);
            return json(
                    200,
                    "{\"results\": [%s, %s], \"nextPageToken\": \"%d\"}"
                            .formatted(item("a" + page), item("b" + page), page + 1));
        });

        List<String> names = new ArrayList<>();
        try (Stream<StorageItem> items = storage.listItems(FOLDER, ItemFilter.ofDefaults())) {
            items.limit(3).forEach(item -> names.add(item.name()));
        }

        assertThat(names).containsExactly("a0", "b0", "a1");
        assertThat(service.calls()).hasSize(2);
    }

    @Test
    @Timeout(120)
    void streams100000ItemsThroughAHeapOf24Megabytes() throws Exception {
        String items = IntStream.range(0, 1000)
                .mapToObj(i -> item("item-" + i)
                        .replace("\"clientMetadata\": \"{}\"", "\"clientMetadata\": \"{\\\"k\\\": 1}\""))
                .collect(Collectors.joining(","));
        service.on("GET storage/search/items", call -> {
            String token = call.request().getUrl().queryParameter("pageToken");
            int page = token == null ? 1 : Integer.parseInt(token) + 1;
            return json(
                    200,
                    "{\"results\": [" + items + "], \"nextPageToken\": " + (page == 100 ? "null" : "\"" + page + "\"")
                            + "}");
        });
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                ItemCounter.class.getName(),
                service.url(""));

        Process counter = program.redirectErrorStream(true).start();

        assertThat(new String(counter.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("100000");
        assertThat(counter.waitFor()).isZero();
    }

    @Test
    void theLastPageEndsTheStreamAlsoByAnEmptyToken() {
        service.on("GET storage/search/folders", "{\"results\": [%s], \"nextPageToken\": \"\"}".formatted(folder("x")));

        assertThat(storage.findFolders(FolderFilter.ofDefaults())).hasSize(1);
        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void filtersGoIntoTheQuery() {
        service.on("GET storage/folders/" + FOLDER + "/items", "{\"results\": []}");
        ItemFilter filter = ItemFilter.builder()
                .search("heron")
                .inDataset(false)
                .itemTypes(List.of(ItemType.IMAGE, ItemType.VIDEO))
                .order(StorageOrder.CREATED_AT)
                .descending(true)
                .pageSize(1000)
                .signUrls(true)
                .build();

        assertThat(storage.findItems(FOLDER, filter)).isEmpty();

        assertThat(service.calls().get(0).request().getUrl().query())
                .isEqualTo("search=heron&isRecursive=true&isInDataset=false&itemTypes=image&itemTypes=video"
                        + "&order=createdAt&desc=true&pageSize=1000&signUrls=true");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ItemFilter.builder().pageSize(1001))
                .withMessageContaining("1001")
                .withMessageContaining("from 1 to 1000");
    }

    @Test
    void aFolderIsFoundByThePathToIt() {
        service.on("GET storage/folders", "{\"results\": [%s]}".formatted(folder("Animals")))
                .on("GET storage/folders/" + FOLDER + "/folders", "{\"results\": [%s]}".formatted(folder("Cats")));

        assertThat(storage.findFolder(List.of("Animals", "Cats"))).isPresent();
        assertThat(storage.findFolder(List.of("Plants"))).isEmpty();
        assertThat(storage.findOrCreateFolder("Animals").name()).isEqualTo("Animals");
        assertThat(service.calls("POST storage/folders")).isEmpty();
    }

    @Test
    void manyItemsAreReadAThousandAtATimeInTheirOrder() {
        service.on("POST storage/items/get-bulk", call -> json(200, "{\"results\": [%s]}".formatted(item("x"))));
        List<UUID> many = IntStream.range(0, 2001).mapToObj(i -> new UUID(0, i)).toList();

        assertThat(storage.getItems(many, false)).hasSize(3);

        assertThat(service.calls("POST storage/items/get-bulk")).hasSize(3);
    }

    @Test
    void filesBecomeItemsUnderTheIdsOfTheirPlaceholders() throws IOException {
        List<Path> files = files(2);
        upload();

        UploadReport<UploadedItem> report = storage.uploadImages(FOLDER, files, UploadOptions.ofDefaults());

        assertThat(report.created()).extracting(UploadedItem::title).containsExactly("000.png", "001.png");
        assertThat(service.calls("PUT storage")).hasSize(2);
        assertThat(body("POST storage/folders/" + FOLDER + "/data-upload-jobs"))
                .contains("\"placeholderItemUuid\":\"" + new UUID(7, 0) + "\"", "\"ignoreErrors\":false");
    }

    @Test
    void anUploadIntoAFolderGoesOnByItsJournal() throws IOException {
        List<Path> files = files(2);
        upload();
        UploadOptions journaled =
                UploadOptions.builder().journal(directory.resolve("journal")).build();
        service.on("POST storage/folders/" + FOLDER + "/data-upload-jobs", call -> json(403, "{\"message\": \"no\"}"));
        assertThatExceptionOfType(UploadFailedException.class)
                .isThrownBy(() -> storage.uploadImages(FOLDER, files, journaled));
        upload();

        assertThat(storage.uploadImages(FOLDER, files, journaled).created()).hasSize(2);
        assertThat(service.calls("PUT storage")).hasSize(2);
        assertThat(storage.uploadImages(FOLDER, files, journaled).skipped()).hasSize(2);
    }

    @Test
    void anItemWithoutASignedUrlIsNotDownloaded() {
        service.on("GET storage/items/" + ITEM, item("group"));

        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(() -> storage.downloadItem(ITEM, directory.resolve("x")))
                .withMessageContaining("getChildItems");
    }

    @Test
    void dataGroupsGoOutAsAnArrayAndComeBackAsIds() {
        service.on("POST storage/folders/" + FOLDER + "/create-group-items", "[\"" + ITEM + "\"]");

        List<UUID> groups = storage.createDataGroups(
                FOLDER, List.of(DataGroup.grid(List.of(ITEM)).withName("views")));

        assertThat(groups).containsExactly(ITEM);
        assertThat(body("POST storage/folders/" + FOLDER + "/create-group-items"))
                .isEqualTo(
                        "[{\"layoutType\":\"default-grid\",\"layoutContents\":[\"" + ITEM + "\"],\"name\":\"views\"}]");
    }

    @Test
    void aFolderIsMovedToTheTopLevelByTheAbsenceOfATarget() {
        service.on("POST storage/folders/move", "null");

        storage.moveFolders(List.of(FOLDER), null);

        assertThat(body("POST storage/folders/move")).isEqualTo("{\"folderUuids\":[\"" + FOLDER + "\"]}");
    }

    @Test
    void aReEncodingIsAwaited() {
        service.on("POST storage/items/reencode", "\"" + JOB + "\"")
                .on(
                        "GET storage/items/reencode/" + JOB,
                        "{\"status\": \"submitted\", \"result\": null}",
                        "{\"status\": \"done\", \"result\": [{\"itemUuid\": \"" + ITEM + "\"}]}");

        Operation<List<UUID>> work = storage.reEncodeItems(List.of(ITEM), "again", false);

        assertThat(work.poll()).isInstanceOf(Outcome.Pending.class);
        assertThat(work.poll().orThrow()).containsExactly(ITEM);
    }

    @Test
    void aWalkAsksForWhatIsInAFolderWhenItIsPassed() {
        service.on("GET storage/folders/" + FOLDER, folder("root"))
                .on(
                        "GET storage/folders/" + FOLDER + "/folders",
                        "{\"results\": [%s]}".formatted(folder("a").replaceFirst(FOLDER.toString(), PARENT.toString())))
                .on("GET storage/folders/" + PARENT + "/folders", "{\"results\": []}");

        try (Stream<StorageFolder> walk = storage.walkFolders(FOLDER)) {
            assertThat(walk.findFirst()).map(StorageFolder::name).contains("root");
        }
        assertThat(service.calls()).hasSize(1);
        assertThat(storage.walkFolders(FOLDER)).extracting(StorageFolder::name).containsExactly("root", "a");
        assertThat(service.calls()).hasSize(4);
    }

    @Test
    void anExpiredUrlIsSignedAnewAndTheDownloadGoesOn() throws IOException {
        service.on(
                "GET storage/items/" + ITEM,
                call -> json(
                        200,
                        item("film")
                                .replace(
                                        "\"signedUrl\": null",
                                        "\"signedUrl\": \"" + service.url("/storage/fresh?s=s3cr3t") + "\"")));
        service.on(
                "GET storage",
                call -> call.request().getUrl().encodedPath().endsWith("/old")
                        ? status(403)
                        : new MockResponse.Builder().body("film").build());
        StorageItem listed = withUrl(service.url("/storage/old?s=s3cr3t"));

        assertThat(storage.downloadItem(listed, directory.resolve("film"))).isEqualTo(4);

        assertThat(directory.resolve("film")).hasContent("film");
        assertThat(service.calls("GET storage")).hasSize(2);
    }

    @Test
    void aUrlThatIsRefusedFreshFromTheServiceIsAnError() {
        service.on(
                "GET storage/items/" + ITEM,
                call -> json(
                        200,
                        item("film")
                                .replace(
                                        "\"signedUrl\": null",
                                        "\"signedUrl\": \"" + service.url("/storage/x?s=s3cr3t") + "\"")));
        service.on("GET storage", call -> status(403));

        assertThatExceptionOfType(CloudDownloadException.class)
                .isThrownBy(() -> storage.downloadItem(ITEM, directory.resolve("film")))
                .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(403));

        assertThat(service.calls("GET storage")).hasSize(2);
        assertThat(directory.resolve("film")).doesNotExist();
    }

    @Test
    void aStatusThatNobodyKnowsEndsTheWaitUnlessUnitsArePending() {
        String job = "GET storage/folders/" + FOLDER + "/data-upload-jobs/" + JOB;
        service.on(job, """
                        {"status": "PAUSED", "itemsWithNames": [], "errors": [], "unitErrors": [], "unitsPendingCount": 1,
                         "unitsDoneCount": 0, "unitsErrorCount": 0, "unitsCancelledCount": 0, "fileName": null}""");
        assertThat(storage.uploadJob(FOLDER, JOB).poll()).isInstanceOf(Outcome.Pending.class);

        service.on(job, """
                        {"status": "PAUSED", "itemsWithNames": [], "errors": [], "unitErrors": [], "unitsPendingCount": 0,
                         "unitsDoneCount": 1, "unitsErrorCount": 0, "unitsCancelledCount": 0, "fileName": null}""");
        assertThat(storage.uploadJob(FOLDER, JOB).poll()).isEqualTo(new Outcome.Unknown<>(JOB.toString(), "PAUSED"));

        service.on("GET storage/items/reencode/" + JOB, "{\"status\": \"paused\", \"result\": null}");
        assertThat(storage.itemReEncoding(JOB).poll()).isEqualTo(new Outcome.Unknown<>(JOB.toString(), "paused"));
    }

    @Test
    void urlsAndItemsMigrateInCallsOfTheirOwnAndNullKeepsAUrl() {
        service.on("POST storage/items/migrate-storage", "null");

        storage.migrateItems(CloudMigration.builder()
                .url("s3://old/a", "s3://new/a")
                .url("s3://old/b", null)
                .item(ITEM, "s3://new/c")
                .toIntegration(PARENT)
                .skipMissing(true)
                .build());
        storage.migrateItems(CloudMigration.builder().build());

        assertThat(service.calls("POST storage/items/migrate-storage"))
                .extracting(call -> call.request().getBody().utf8())
                .containsExactly(
                        "{\"urlsMap\":{\"s3://old/a\":\"s3://new/a\",\"s3://old/b\":null},\"itemsMap\":{},"
                                + "\"toIntegrationHash\":\"" + PARENT
                                + "\",\"validateAccess\":false,\"skipMissing\":true}",
                        "{\"urlsMap\":{},\"itemsMap\":{\"" + ITEM + "\":\"s3://new/c\"}," + "\"toIntegrationHash\":\""
                                + PARENT + "\",\"validateAccess\":false,\"skipMissing\":true}");
    }

    @Test
    void imagesOfTheStorageBecomeGroups() {
        upload();

        Operation<FolderJobResult> work =
                storage.startGroupingImages(FOLDER, List.of(new StoredImageGroup("pair", List.of(ITEM, PARENT))), true);

        assertThat(work.poll().orThrow().items()).hasSize(2);
        assertThat(body("POST storage/folders/" + FOLDER + "/data-upload-jobs"))
                .contains(
                        "\"imageGroupsFromItems\":[{\"externalFileType\":\"IMG_GROUP_FROM_ITEMS\",\"imageItems\":[\""
                                + ITEM + "\",\"" + PARENT
                                + "\"],\"title\":\"pair\",\"clientMetadata\":{},\"createVideo\":false,"
                                + "\"clusterByResolution\":false}]",
                        "\"ignoreErrors\":true");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> storage.startGroupingImages(FOLDER, List.of(), false));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new StoredImageGroup("empty", List.of()));
    }

    @Test
    void theErrorOfALaterThousandSaysWhatWasDoneBefore() {
        service.on(
                "POST storage/folders/" + FOLDER + "/items/move",
                call -> service.calls("POST storage/folders/" + FOLDER + "/items/move")
                                        .size()
                                == 2
                        ? json(403, "{\"message\": \"no\"}")
                        : json(200, "null"));
        List<UUID> many = IntStream.range(0, 2001).mapToObj(i -> new UUID(0, i)).toList();

        assertThatExceptionOfType(AuthorisationException.class)
                .isThrownBy(() -> storage.moveItems(FOLDER, many, PARENT, false))
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("first 1000 of 2001"));
        assertThat(service.calls("POST storage/folders/" + FOLDER + "/items/move"))
                .hasSize(2);
    }

    @Test
    void itemsAreLinkedAThousandAtATime() {
        service.on("datasetlinkitems/POST", "[]");
        List<UUID> many = IntStream.range(0, 2001).mapToObj(i -> new UUID(0, i)).toList();

        assertThat(dataset.linkItems(many, DuplicatesBehavior.SKIP)).isEmpty();

        assertThat(service.calls("datasetlinkitems/POST")).hasSize(3);
    }

    @Test
    void aDatasetLeadsToItsBackingFolder() {
        service.on("dataset/GET", """
                        {"title": "t", "description": null, "dataset_type": "CORD_STORAGE", "data_rows": [], "backing_folder_uuid": "%s"}""".formatted(FOLDER));
        service.on("GET storage/folders/" + FOLDER, folder("t"));

        assertThat(dataset.backingFolder()).map(StorageFolder::name).contains("t");
    }

    private static StorageItem withUrl(String url) {
        return new StorageItem(
                ITEM,
                FOLDER,
                ItemType.VIDEO,
                "film",
                Map.of(),
                "ann@example.com",
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                false,
                false,
                "encord",
                null,
                new StorageItem.Media(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null),
                "key",
                url);
    }

    private void upload() {
        service.on(
                "POST storage/folders/" + FOLDER + "/upload-signed-urls",
                call -> json(200, """
                        {"results": [{"itemUuid": "%s", "objectKey": "k0", "signedUrl": "%s"},
                                     {"itemUuid": "%s", "objectKey": "k1", "signedUrl": "%s"}]}""".formatted(
                                new UUID(7, 0),
                                service.url("/storage/k0?s=s3cr3t"),
                                new UUID(7, 1),
                                service.url("/storage/k1?s=s3cr3t"))));
        service.on("POST storage/folders/" + FOLDER + "/data-upload-jobs", call -> json(200, "\"" + JOB + "\""))
                .on("GET storage/folders/" + FOLDER + "/data-upload-jobs/" + JOB, """
                        {"status": "DONE", "itemsWithNames": [{"itemUuid": "%s", "name": "000.png"}, {"itemUuid": "%s", "name": "001.png"}],
                         "errors": [], "unitErrors": [], "unitsPendingCount": 0, "unitsDoneCount": 2, "unitsErrorCount": 0,
                         "unitsCancelledCount": 0, "fileName": null}""".formatted(
                                new UUID(7, 0), new UUID(7, 1)));
    }

    private String body(String operation) {
        return service.calls(operation).get(0).request().getBody().utf8();
    }

    private static String folder(String name) {
        return """
                {"uuid": "%s", "parent": "%s", "name": "%s", "description": "", "clientMetadata": "{\\"a\\": null}", "owner": "ann@example.com",
                 "createdAt": "2026-03-12T10:00:00+00:00", "lastEditedAt": "2026-03-12T10:00:00+00:00", "userRole": "admin",
                 "syncedDatasetHash": null, "pathToRoot": [
                   {"uuid": "%s", "parentUuid": "%s", "name": "%s", "syncedDatasetHash": null},
                   {"uuid": "%s", "parentUuid": null, "name": "Animals", "syncedDatasetHash": null}]}""".formatted(FOLDER, PARENT, name, FOLDER, PARENT, name, PARENT);
    }

    private static String item(String name) {
        return """
                {"uuid": "%s", "parent": "%s", "itemType": "imageGroup", "name": "%s", "description": "", "clientMetadata": "{}",
                 "owner": "ann@example.com", "createdAt": "2026-03-12T10:00:05+00:00", "lastEditedAt": "2026-03-12T10:00:05+00:00",
                 "isTombstone": false, "isPlaceholder": false, "backedDataUnitsCount": 0, "storageLocation": "encord",
                 "integrationHash": null, "url": null, "signedUrl": null, "fileSize": 81, "mimeType": null, "duration": null,
                 "fps": null, "height": null, "width": null, "dicomInstanceUid": null, "dicomStudyUid": null, "dicomSeriesUid": null,
                 "frameCount": null, "audioSampleRate": null, "audioBitDepth": null, "audioCodec": null, "audioNumChannels": null}""".formatted(ITEM, FOLDER, name);
    }
}

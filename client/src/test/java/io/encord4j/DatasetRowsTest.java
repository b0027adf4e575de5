package io.encord4j;

import static io.encord4j.support.StubService.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.support.RowCounter;
import io.encord4j.support.StubService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DatasetRowsTest {
    private final StubService service = new StubService();
    private final EncordUserClient user = service.withSshKey();
    private final EncordDatasetClient dataset = user.datasetClient(StubService.DATASET);
    private final EncordDatasetClient withKey = service.withApiKey();

    @AfterEach
    void close() {
        user.close();
        withKey.close();
        service.close();
    }

    @Test
    void readsADatasetOfALaterServiceWithUnknownFieldsTypesAndLocations() {
        service.on("dataset/GET", """
                {"title": "t", "description": null, "dataset_type": "MOON", "new_field": {"a": [1]}, "data_rows": [
                  {"data_hash": "h", "data_title": "x", "data_type": "HOLOGRAM", "created_at": "2022-04-20 09:00:04",
                   "storage_location": 99, "extra": true}]}
                """);

        Dataset read = withKey.getDataset();

        assertThat(read.storageLocation().wireName()).isEqualTo("MOON");
        assertThat(read.storageLocation().isKnown()).isFalse();
        assertThat(read.datasetHash()).isEqualTo(StubService.DATASET);
        DataRow row = read.dataRows().get(0);
        assertThat(row.dataType()).isEqualTo(new DataType("HOLOGRAM"));
        assertThat(row.dataType().isKnown()).isFalse();
        assertThat(row.storageLocation()).isEqualTo(StorageLocation.ofCode(99));
        assertThat(row.createdAt()).isEqualTo(Instant.parse("2022-04-20T09:00:04Z"));
        assertThat(row.width()).isNull();
    }

    @Test
    void readsWhatARowKnowsOfItself() {
        service.on("datarow/GET", """
                {"data_hash": "h", "data_title": "x", "data_type": "IMG_GROUP", "created_at": "2022-04-20 09:00:04",
                 "last_edited_at": "2022-04-20 09:00:05", "width": 32, "height": 24, "file_link": null, "file_size": 3560366.0,
                 "file_type": "image/png", "storage_location": 1, "frames_per_second": 25, "duration": 1.5,
                 "client_metadata": {"n": 9007199254740993, "none": null}, "signed_url": "http://s3cr3t?X=1",
                 "is_optimised_image_group": true, "backing_item_uuid": "d3207fb8-c0dd-5b75-99e6-71c3e9cad573",
                 "images_data": [{"image_hash": "i", "title": "1.png", "file_link": "l", "file_type": "image/png", "file_size": 7,
                   "storage_location": 0, "created_at": "2022-04-20 09:00:04", "last_edited_at": "2022-04-20 09:00:04",
                   "width": 1, "height": 2, "signed_url": "http://s3cr3t?X=2"}]}
                """);

        DataRow row = dataset.getDataRow(
                "h",
                DataRowExtras.builder()
                        .signedUrl(true)
                        .imageSignedUrls(true)
                        .clientMetadata(true)
                        .build());

        assertThat(row.fileSize()).isEqualTo(3560366L);
        assertThat(row.clientMetadata()).containsEntry("n", 9007199254740993L).containsEntry("none", null);
        assertThat(row.backingItemUuid()).isEqualTo(UUID.fromString("d3207fb8-c0dd-5b75-99e6-71c3e9cad573"));
        assertThat(row.images())
                .singleElement()
                .satisfies(image -> assertThat(image.height()).isEqualTo(2));
        assertThat(row.toString() + row.images()).doesNotContain("s3cr3t").contains("██");
    }

    @Test
    void filtersRowsItselfForAServiceThatKnowsNoFilters() {
        service.on(
                "dataset/GET",
                "{\"title\": \"t\", \"description\": null, \"dataset_type\": \"CORD_STORAGE\", \"data_rows\": [%s, %s, %s]}"
                        .formatted(row("1", "a_1.mp4"), row("2", "ab1.mp4"), row("3", "b.mp4")));
        DataRowFilter filter = DataRowFilter.builder()
                .titleLike("a_1.%")
                .createdAfter(Instant.parse("2022-04-20T09:00:03Z"))
                .createdBefore(Instant.parse("2022-04-20T09:00:05Z"))
                .dataTypes(DataType.VIDEO)
                .build();

        assertThat(withKey.listDataRows(filter)).extracting(DataRow::dataHash).containsExactly("1", "2");
        try (Stream<DataRow> rows = withKey.streamDataRows(filter)) {
            assertThat(rows.map(DataRow::dataHash)).containsExactly("1", "2");
        }
        assertThat(withKey.listDataRows(DataRowFilter.builder().dataTypes().build()))
                .isEmpty();
        assertThat(withKey.listDataRows(DataRowFilter.builder()
                        .dataHashes(List.of("3"))
                        .titleEq("b.mp4")
                        .build()))
                .hasSize(1);
    }

    @Test
    @Timeout(120)
    void streamsAMillionRowsThroughAHeapOf32Megabytes() throws Exception {
        service.on(
                "datarows/GET",
                call -> new MockResponse.Builder().body(rows(1_000_000)).build());
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                RowCounter.class.getName(),
                service.url(""));
        program.redirectErrorStream(true);

        Process counter = program.start();

        assertThat(new String(counter.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("1000000");
        assertThat(counter.waitFor()).isZero();
    }

    @Test
    void aStreamThatIsClosedEarlyLetsGoOfItsAnswer() {
        service.on(
                "datarows/GET",
                call -> new MockResponse.Builder().body(rows(1_000_000)).build());
        service.on("datarow/GET", row("h", "x"));

        try (Stream<DataRow> rows = dataset.streamDataRows(DataRowFilter.ofDefaults())) {
            Iterator<DataRow> iterator = rows.iterator();
            assertThat(iterator.next().dataHash()).isEqualTo("h0000000");
        }

        assertThat(dataset.getDataRow("h", DataRowExtras.ofDefaults()).title()).isEqualTo("x");
    }

    @Test
    void aListThatBreaksOffIsAnErrorAndNotAShortList() {
        service.on(
                "datarows/GET",
                call -> new MockResponse.Builder()
                        .body("{\"status\": 200, \"response\": [" + row("h", "x"))
                        .build());

        assertThatExceptionOfType(EncordException.class).isThrownBy(() -> {
            try (Stream<DataRow> rows = dataset.streamDataRows(DataRowFilter.ofDefaults())) {
                rows.toList();
            }
        });
    }

    @Test
    void anUpdateThatWasNotDoneInWholeIsAnError() {
        service.on("datarow/POST", "{\"updated_fields\": [], \"data_row\": " + row("h", "x") + "}");

        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(() -> dataset.updateDataRow(
                        "h", DataRowUpdate.builder().title("y").build()))
                .withMessageContaining("data_title");
    }

    @Test
    void anUpdateSendsOnlyWhatChanges() {
        service.on("datarow/POST", "{\"updated_fields\": [\"client_metadata\"], \"data_row\": " + row("h", "x") + "}");

        dataset.updateDataRow(
                "h", DataRowUpdate.builder().clientMetadata(Map.of("k", 1)).build());

        assertThat(service.calls("datarow/POST").get(0).payload())
                .isEqualTo(Map.of("client_metadata", Map.of("k", 1L)));
    }

    @Test
    void anEmptyListIsDeletedWithoutACallAndALongOneInParts() {
        service.on("video/DELETE", "null");

        dataset.deleteData(List.of());
        assertThat(service.calls()).isEmpty();

        dataset.deleteData(
                Stream.iterate(0, i -> i + 1).limit(2500).map(i -> "h" + i).toList());
        assertThat(service.calls("video/DELETE"))
                .extracting(call -> ((List<?>) call.uid()).size())
                .containsExactly(1000, 1000, 500);
    }

    @Test
    void anUnknownRowIsATypedError() {
        service.refuse("datarow/GET", 404, "RESOURCE_NOT_FOUND_ERROR");

        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> dataset.getDataRow("h", DataRowExtras.ofDefaults()))
                .matches(e -> "RESOURCE_NOT_FOUND_ERROR".equals(e.errorToken()))
                .matches(e -> "getDataRow".equals(e.apiCall()));
    }

    /** Rows of one length each, so that their sum is known before the first. */
    private static MockResponseBody rows(int count) {
        String start = "{\"status\": 200, \"response\": [";
        String row =
                "{\"data_hash\":\"h%07d\",\"data_title\":\"t\",\"data_type\":\"VIDEO\",\"created_at\":\"2022-04-20 09:00:04\"}";
        return new MockResponseBody() {
            @Override
            public long getContentLength() {
                return start.length() + (long) count * (row.formatted(0).length() + 1) - 1 + 2;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8(start);
                for (int i = 0; i < count; i++) {
                    sink.writeUtf8(i == 0 ? "" : ",").writeUtf8(row.formatted(i));
                }
                sink.writeUtf8("]}");
            }
        };
    }
}

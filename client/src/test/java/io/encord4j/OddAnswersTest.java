package io.encord4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.support.StubService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What identifies is demanded; everything else in an answer is read as far as it can be. */
class OddAnswersTest {
    private static final String JOB = "4d0f3b0c-35f3-5b2a-8a4f-4b6b1d7b4f10";

    private final StubService service = new StubService();
    private final EncordUserClient user = service.withSshKey();
    private final EncordDatasetClient dataset = user.datasetClient(StubService.DATASET);

    @AfterEach
    void close() {
        user.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"status": "DONE", "data_hashes_with_titles": [], "errors": ["e"],
                 "data_unit_errors": [{"object_urls": ["https://b/a.mp4"], "error": "no video",
                   "subtask_uuid": "0560f9e5-12d9-59db-ad46-f8b934d10289", "action_description": "Registering data"}],
                 "units_pending_count": 0, "units_done_count": 0, "units_error_count": 1, "units_cancelled_count": 0}
                """, """
                {"status": "DONE", "dataHashesWithTitles": [], "errors": ["e"],
                 "dataUnitErrors": [{"objectUrls": ["https://b/a.mp4"], "error": "no video",
                   "subtaskUuid": "0560f9e5-12d9-59db-ad46-f8b934d10289", "actionDescription": "Registering data"}],
                 "unitsPendingCount": 0, "unitsDoneCount": 0, "unitsErrorCount": 1, "unitsCancelledCount": 0}
                """})
    void theStateOfAJobIsReadInBothSpellings(String state) throws Exception {
        service.on("datasetdatalongpolling/GET", state);

        JobResult result = dataset.uploadJob(JOB).toCompletableFuture().get(20, TimeUnit.SECONDS);

        assertThat(result.unitErrors())
                .containsExactly(new UnitError(
                        List.of("https://b/a.mp4"),
                        "no video",
                        UUID.fromString("0560f9e5-12d9-59db-ad46-f8b934d10289"),
                        "Registering data"));
        assertThat(result.failedUnits()).isEqualTo(1);
    }

    @Test
    void aFailedJobIsToldThoughItsListsAreNull() {
        service.on("datasetdatalongpolling/GET", """
                {"status": "ERROR", "data_hashes_with_titles": null, "errors": ["no such bucket"], "data_unit_errors": null}
                """);

        Operation<JobResult> job = dataset.uploadJob(JOB);

        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> job.poll().orThrow())
                .withMessageContaining("no such bucket");
    }

    @Test
    void anImageOfAGroupMayLackEverythingButItsHash() {
        service.on("datarow/GET", """
                {"data_hash": "h", "data_title": null, "data_type": null, "created_at": "yesterday", "last_edited_at": null,
                 "width": 640.5, "height": "480", "file_size": 5000000000, "file_type": null, "file_link": null,
                 "storage_location": "0", "is_optimised_image_group": 1, "backing_item_uuid": "", "client_metadata": [1],
                 "images_data": [{"image_hash": "i", "title": null, "file_link": null, "file_type": null, "file_size": null,
                   "storage_location": null, "created_at": null, "last_edited_at": null, "width": null, "height": null}]}
                """);

        DataRow row =
                dataset.getDataRow("h", DataRowExtras.builder().images(true).build());

        assertThat(row.title()).isNull();
        assertThat(row.dataType()).isNull();
        assertThat(row.createdAt()).isNull();
        assertThat(row.width()).isEqualTo(641);
        assertThat(row.height()).isEqualTo(480);
        assertThat(row.fileSize()).isEqualTo(5_000_000_000L);
        assertThat(row.optimisedImageGroup()).isTrue();
        assertThat(row.backingItemUuid()).isNull();
        assertThat(row.images()).singleElement().satisfies(image -> {
            assertThat(image.imageHash()).isEqualTo("i");
            assertThat(image.title()).isNull();
            assertThat(image.fileSize()).isNull();
            assertThat(image.width()).isNull();
        });
    }

    @Test
    void aRowWithoutItsHashIsRefused() {
        service.on("datarow/GET", """
                {"data_title": "t", "data_type": "VIDEO"}
                """);

        assertThatExceptionOfType(EncordException.class)
                .isThrownBy(() -> dataset.getDataRow("h", DataRowExtras.ofDefaults()))
                .withStackTraceContaining("data_hash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{}]",
                "[{\"processed_texts\": null}]",
                "[{\"processed_texts\": [1]}]",
                "[{\"processed_texts\": {\"lines\": [\"a\"]}}]",
                "[{\"processed_texts\": {\"ocr_texts\": [{\"text\": 7, \"boundingBox\": []}, null]}}]",
                "[{\"processed_texts\": {\"ocr_texts\": \"none\"}, \"more\": true}]"
            })
    void textsOfImagesOfAnyShapeAreNoFailure(String answer) {
        service.on("imagegroupocr/GET", answer);

        assertThat(dataset.runOcr("g")).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-05-01 13:53:59 | 2025-05-01T13:53:59Z",
                "2025-05-01T13:53:59.123+02:00 | 2025-05-01T11:53:59.123Z",
                "Thu, 01 May 2025 13:53:59 UTC | 2025-05-01T13:53:59Z",
                "Thu, 01 May 2025 13:53:59 GMT | 2025-05-01T13:53:59Z",
                "2025-05-01 13:53:59 UTC | 2025-05-01T13:53:59Z",
                "2025-05-01T13:53:59 +02:00 | 2025-05-01T11:53:59Z",
                "2026-03-12T10:00Z | 2026-03-12T10:00:00Z",
                "2026-03-12 | 2026-03-12T00:00:00Z",
                "2025-05-01T13:53:59.123456789123Z | 2025-05-01T13:53:59.123456789Z",
                "' 2025-05-01T13:53:59Z ' | 2025-05-01T13:53:59Z",
            })
    void everyFormOfADateIsRead(String text, Instant expected) {
        service.on("datarow/GET", """
                {"data_hash": "h", "created_at": "%s"}
                """.formatted(text));

        assertThat(dataset.getDataRow("h", DataRowExtras.ofDefaults()).createdAt())
                .isEqualTo(expected);
    }
}

package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.encord4j.DataRow;
import io.encord4j.DataType;
import io.encord4j.DatasetOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.JobResult;
import io.encord4j.Operation;
import io.encord4j.Outcome;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import io.encord4j.StorageLocation;
import io.encord4j.UnitError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files in buckets of the user's own")
final class PrivateDataScenarios extends Scenario {

    private static final String BAD =
            "{\"videos\": [{\"objectUrl\": \"https://b.test/good.mp4\"}, {\"objectUrl\": \"https://b.test/a bad one.mp4\"}]}";

    private String integration;

    @BeforeEach
    void findAnIntegration() {
        onlyOnAFake("a cloud integration and a bucket");
        integration = user.getCloudIntegrations().get(0).id();
    }

    @Test
    void everyKindOfFileBecomesARowOfItsType() {
        EncordDatasetClient dataset = newDataset();
        PrivateFiles files = PrivateFiles.builder()
                .video("https://b.test/dir/film.mp4")
                .image("https://b.test/cat.png", "a cat", Map.of("mood", "good"))
                .audio("https://b.test/song.mp3")
                .imageGroup("holiday", List.of("https://b.test/1.png", "https://b.test/2.png"))
                .imageSequence("frames", List.of("https://b.test/3.png", "https://b.test/4.png"))
                .dicomSeries("knee", List.of("https://b.test/1.dcm"))
                .build();

        JobResult result = dataset.addPrivateData(integration, files);

        assertThat(result.errors()).isEmpty();
        assertThat(result.rows()).hasSize(6);
        assertThat(dataset.getDataset().dataRows())
                .extracting(DataRow::title, DataRow::dataType)
                .containsExactlyInAnyOrder(
                        tuple("/dir/film.mp4", DataType.VIDEO),
                        tuple("a cat", DataType.IMAGE),
                        tuple("/song.mp3", DataType.AUDIO),
                        tuple("holiday", DataType.IMG_GROUP),
                        tuple("frames", DataType.IMG_GROUP),
                        tuple("knee", DataType.DICOM));
    }

    @Test
    void aFileOfJsonIsTakenAsItIs() {
        EncordDatasetClient dataset = newDataset();
        Path json = samples()
                .bytes(
                        "files.json",
                        "{\"videos\": [{\"objectUrl\": \"https://b.test/1.mp4\", \"title\": null}]}"
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(dataset.addPrivateData(integration, new PrivateFiles.JsonFile(json))
                        .rows())
                .hasSize(1);
    }

    @Test
    void oneBadEntryFailsTheJobAndNothingIsAdded() {
        EncordDatasetClient dataset = newDataset();

        Outcome<JobResult> outcome = dataset.startAddingPrivateData(
                        integration,
                        new PrivateFiles.JsonText(BAD),
                        PrivateDataOptions.builder().checkLocally(false).build())
                .await(PATIENCE);

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(dataset.getDataset().dataRows()).isEmpty();
    }

    @Test
    void badEntriesAreListedWhenErrorsAreIgnored() {
        EncordDatasetClient dataset = newDataset();

        JobResult result = dataset.addPrivateData(
                integration,
                new PrivateFiles.JsonText(BAD),
                PrivateDataOptions.builder()
                        .checkLocally(false)
                        .tolerateFailures(true)
                        .build());

        assertThat(result.rows()).extracting(row -> row.title()).containsExactly("/good.mp4");
        assertThat(result.unitErrors())
                .flatExtracting(UnitError::objectUrls)
                .containsExactly("https://b.test/a bad one.mp4");
        assertThat(dataset.getDataset().dataRows()).hasSize(1);
    }

    @Test
    void skippingDuplicatesMakesARepetitionHarmless() {
        EncordDatasetClient dataset = newDataset();
        PrivateFiles files = PrivateFiles.builder()
                .video("https://b.test/1.mp4")
                .skipDuplicateUrls()
                .upsertMetadata()
                .build();

        dataset.addPrivateData(integration, files);
        JobResult again = dataset.addPrivateData(integration, files);

        assertThat(again.rows()).isEmpty();
        assertThat(dataset.getDataset().dataRows()).hasSize(1);
    }

    @Test
    void aJobIsTakenUpByItsIdElsewhere() {
        String hash = create(DatasetOptions.ofDefaults()).datasetHash();
        Operation<JobResult> begun = remember(user.datasetClient(hash))
                .startAddingPrivateData(
                        integration,
                        PrivateFiles.builder().video("https://b.test/1.mp4").build(),
                        PrivateDataOptions.ofDefaults());

        Operation<JobResult> takenUp = remember(user.datasetClient(hash)).uploadJob(begun.id());

        assertThat(takenUp.await(PATIENCE).orThrow().rows()).hasSize(1);
        assertThat(takenUp.poll().isEnded()).isTrue();
    }

    @Test
    void theCallOf2022AnswersWhenEverythingIsDone() {
        EncordUserClient user2022 = userOf2022();
        String hash = user2022.createDataset(
                        title(),
                        DatasetOptions.builder()
                                .storageLocation(StorageLocation.AWS)
                                .build())
                .datasetHash();
        EncordDatasetClient dataset = withApiKey(hash);

        JobResult result = dataset.addPrivateData(
                integration,
                PrivateFiles.builder()
                        .video("https://b.test/1.mp4")
                        .imageGroup("two", List.of("https://b.test/1.png", "https://b.test/2.png"))
                        .build());

        assertThat(result.rows()).extracting(row -> row.title()).containsExactlyInAnyOrder("/1.mp4", "two");
        assertThat(dataset.getDataset().dataRows()).hasSize(2);
    }
}

package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.DataRowFilter;
import io.encord4j.DataRowUpdate;
import io.encord4j.DataType;
import io.encord4j.DatasetOptions;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.EncordDatasetClient;
import io.encord4j.ImageGroup;
import io.encord4j.InvalidArgumentsException;
import io.encord4j.Operation;
import io.encord4j.ReEncodeResult;
import io.encord4j.ReEncodedVideo;
import io.encord4j.ResourceNotFoundException;
import io.encord4j.Video;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rows: finding, changing, linking, re-encoding and deleting them")
final class RowScenarios extends Scenario {

    @Test
    void rowsAreFoundByEachFilter() {
        EncordDatasetClient dataset = newDataset();
        Video film = dataset.uploadVideo(samples().video("film.mp4"));
        dataset.uploadImage(samples().image("cat.png", 16, 16, 1));
        DataRowFilter all = DataRowFilter.builder()
                .titleEq("film.mp4")
                .titleLike("f%_mp4")
                .createdAfter(Instant.parse("2020-01-01T00:00:00Z"))
                .createdBefore(Instant.parse("2100-01-01T00:00:00Z"))
                .dataTypes(DataType.VIDEO, DataType.IMG_GROUP)
                .dataHashes(List.of(film.dataHash()))
                .fetchClientMetadata(true)
                .build();

        assertThat(dataset.listDataRows(all)).extracting(DataRow::dataHash).containsExactly(film.dataHash());
        assertThat(dataset.listDataRows(DataRowFilter.ofDefaults())).hasSize(2);
        assertThat(dataset.listDataRows(
                        DataRowFilter.builder().dataTypes(DataType.AUDIO).build()))
                .isEmpty();
        assertThat(dataset.listDataRows(
                        DataRowFilter.builder().dataHashes(List.of()).build()))
                .isEmpty();
        try (Stream<DataRow> rows = dataset.streamDataRows(DataRowFilter.ofDefaults())) {
            assertThat(rows).hasSize(2);
        }
    }

    @Test
    void titleAndMetadataAreChangedAndMetadataReplacesAsAWhole() {
        EncordDatasetClient dataset = newDataset();
        String hash = dataset.uploadImage(samples().image("cat.png", 16, 16, 1)).dataHash();

        dataset.updateDataRow(
                hash,
                DataRowUpdate.builder()
                        .clientMetadata(Map.of("a", 1L, "b", List.of("x")))
                        .build());
        dataset.updateDataRow(hash, DataRowUpdate.builder().title("tom").build());
        dataset.updateDataRow(
                hash, DataRowUpdate.builder().clientMetadata(Map.of("c", true)).build());

        DataRow row = dataset.getDataRow(
                hash, DataRowExtras.builder().clientMetadata(true).build());
        assertThat(row.title()).isEqualTo("tom");
        assertThat(row.clientMetadata()).isEqualTo(Map.of("c", true));
        dataset.renameData(hash, "tim");
        assertThat(dataset.getDataset(true).dataRows())
                .extracting(DataRow::title, DataRow::clientMetadata)
                .containsExactly(tuple("tim", Map.of("c", true)));
    }

    @Test
    void itemsAreLinkedIntoAnotherDataset() {
        EncordDatasetClient source = newDataset();
        EncordDatasetClient target = newDataset();
        UUID item = source.uploadImage(samples().image("cat.png", 16, 16, 1)).backingItemUuid();

        assertThat(target.linkItems(List.of(item), DuplicatesBehavior.SKIP)).hasSize(1);
        assertThat(target.linkItems(List.of(item), DuplicatesBehavior.SKIP)).isEmpty();
        assertThat(target.linkItems(List.of(item), DuplicatesBehavior.DUPLICATE))
                .hasSize(1);
        assertThatThrownBy(() -> target.linkItems(List.of(item), DuplicatesBehavior.FAIL))
                .isInstanceOf(InvalidArgumentsException.class);
        assertThat(target.getDataset().dataRows()).hasSize(2);
    }

    @Test
    void aTaskReEncodesTheVideosOfItsDataset() {
        EncordDatasetClient dataset = newDataset();
        Video video = dataset.uploadVideo(samples().video("film.mp4"));

        Operation<ReEncodeResult> task = dataset.reEncodeData(List.of(video.dataHash()));
        ReEncodeResult result = task.await(PATIENCE).orThrow();

        assertThat(task.id()).matches("[1-9][0-9]*");
        assertThat(reEncoded(result)).containsExactly(video.dataHash());
        assertThat(reEncoded(dataset.getReEncodeStatus(task.id()))).containsExactly(video.dataHash());
        Path copy = folder.resolve("copy.mp4");
        assertThat(dataset.download(
                        ((ReEncodeResult.Done) result).videos().get(0).signedUrl(), copy))
                .isPositive();
    }

    @Test
    void anApiKeyReEncodesAsWell() {
        EncordDatasetClient dataset =
                withApiKey(create(DatasetOptions.ofDefaults()).datasetHash());
        Video video = dataset.uploadVideo(samples().video("film.mp4"));

        Operation<ReEncodeResult> task =
                dataset.reEncodeData(List.of(video.dataHash(), "00000000-0000-4000-8000-000000000000"));

        assertThat(dataset.reEncodeTask(task.id()).await(PATIENCE).orThrow()).isInstanceOf(ReEncodeResult.Done.class);
    }

    @Test
    void anUnknownTaskIsNotFound() {
        EncordDatasetClient dataset = newDataset();

        assertThatThrownBy(() -> dataset.getReEncodeStatus("987654321")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void textsInTheImagesOfAGroupAreRead() {
        onlyOnAFake("money");
        EncordDatasetClient dataset = newDataset();
        List<ImageGroup> groups = dataset.createImageGroup(
                List.of(samples().image("a.png", 16, 16, 1), samples().image("b.png", 16, 16, 2)));
        EncordDatasetClient byKey = withApiKey(dataset.datasetHash());

        assertThat(dataset.runOcr(groups.get(0).dataHash())).hasSize(2);
        assertThat(byKey.runOcr(groups.get(0).dataHash())).hasSize(2);
    }

    @Test
    void deletedRowsAreGoneAndDeletingTwiceIsFine() {
        EncordDatasetClient dataset = newDataset();
        Video video = dataset.uploadVideo(samples().video("film.mp4"));
        String kept = dataset.uploadImage(samples().image("cat.png", 16, 16, 1)).dataHash();

        dataset.deleteData(List.of(video.dataHash(), "00000000-0000-4000-8000-000000000000"));
        dataset.deleteData(video.dataHash());

        assertThat(dataset.getDataset().dataRows())
                .extracting(DataRow::dataHash)
                .containsExactly(kept);
    }

    @Test
    void anApiKeyDeletesImageGroups() {
        EncordDatasetClient dataset =
                withApiKey(create(DatasetOptions.ofDefaults()).datasetHash());
        String group = dataset.createImageGroup(List.of(samples().image("a.png", 16, 16, 1)))
                .get(0)
                .dataHash();

        dataset.deleteImageGroup(group);
        dataset.deleteImageGroup("00000000-0000-4000-8000-000000000000");

        assertThat(dataset.getDataset().dataRows()).isEmpty();
    }

    /** Each answer may sign the URLs anew, so that two of them are seldom equal. */
    private static List<String> reEncoded(ReEncodeResult result) {
        assertThat(result).isInstanceOf(ReEncodeResult.Done.class);
        return ((ReEncodeResult.Done) result)
                .videos().stream().map(ReEncodedVideo::dataHash).toList();
    }
}

package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.CreatedDataset;
import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.DataType;
import io.encord4j.DatasetOptions;
import io.encord4j.DicomSeries;
import io.encord4j.EncordDatasetClient;
import io.encord4j.Image;
import io.encord4j.ImageGroup;
import io.encord4j.ImageInfo;
import io.encord4j.StorageLocation;
import io.encord4j.UploadOperationNotSupportedException;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Uploads of files, as both generations make them")
final class UploadScenarios extends Scenario {

    @Test
    void aVideoIsUploadedReadBackAndDownloaded() throws IOException {
        Path film = samples().video("film.mp4");
        EncordDatasetClient dataset = newDataset();

        Video video = dataset.uploadVideo(film);

        assertThat(video.title()).isEqualTo("film.mp4");
        DataRow row = dataset.getDataRow(
                video.dataHash(), DataRowExtras.builder().signedUrl(true).build());
        assertThat(row.dataType()).isEqualTo(DataType.VIDEO);
        assertThat(row.fileSize()).isEqualTo(Files.size(film));
        assertThat(row.fileType()).isEqualTo("video/mp4");
        Path copy = folder.resolve("copy.mp4");
        dataset.download(row.signedUrl(), copy);
        assertThat(copy).hasSameBinaryContentAs(film);
    }

    @Test
    void aVideoIsUploadedWithAnApiKey() {
        String hash = create(DatasetOptions.ofDefaults()).datasetHash();
        EncordDatasetClient dataset = withApiKey(hash);

        Video video = dataset.uploadVideo(samples().video("film.mp4"));

        assertThat(dataset.getDataset().dataRows()).singleElement().satisfies(row -> {
            assertThat(row.dataHash()).isEqualTo(video.dataHash());
            assertThat(row.title()).isEqualTo("film.mp4");
            assertThat(row.dataType()).isEqualTo(DataType.VIDEO);
        });
    }

    @Test
    void manyVideosAreUploadedAtOnceAndReportedOneByOne() {
        List<Path> films = IntStream.range(0, 5)
                .mapToObj(i -> samples().video("film " + i + ".mp4"))
                .toList();
        EncordDatasetClient dataset = newDataset();

        UploadReport<Video> report = dataset.uploadVideos(
                films, UploadOptions.builder().parallelism(3).build());

        assertThat(report.isComplete()).isTrue();
        assertThat(report.created())
                .extracting(Video::title)
                .containsExactlyInAnyOrder("film 0.mp4", "film 1.mp4", "film 2.mp4", "film 3.mp4", "film 4.mp4");
        assertThat(dataset.getDataset().dataRows()).hasSize(5);
    }

    @Test
    void aSingleImageBecomesARow() {
        EncordDatasetClient dataset = newDataset();

        Image image = dataset.uploadImage(samples().image("cat.png", 32, 24, 1));

        DataRow row = dataset.getDataRow(image.dataHash(), DataRowExtras.ofDefaults());
        assertThat(row.dataType()).isEqualTo(DataType.IMAGE);
        assertThat(row.width()).isEqualTo(32);
        assertThat(row.height()).isEqualTo(24);
        assertThat(image.fileLink()).isEqualTo(row.fileLink());
    }

    @Test
    void anImageGroupKeepsTheOrderOfItsFiles() {
        EncordDatasetClient dataset = newDataset();
        List<Path> images = images("c.png", "a.png", "b.png");

        List<ImageGroup> groups = dataset.createImageGroup(
                images,
                UploadOptions.builder().title("three").createVideo(false).build());

        assertThat(groups).extracting(ImageGroup::title).containsExactly("three");
        DataRow row = dataset.getDataRow(
                groups.get(0).dataHash(),
                DataRowExtras.builder()
                        .signedUrl(true)
                        .imageSignedUrls(true)
                        .clientMetadata(true)
                        .build());
        assertThat(row.dataType()).isEqualTo(DataType.IMG_GROUP);
        assertThat(row.optimisedImageGroup()).isFalse();
        assertThat(row.images()).extracting(ImageInfo::title).containsExactly("c.png", "a.png", "b.png");
        assertThat(row.images())
                .allSatisfy(image -> assertThat(image.signedUrl()).isNotBlank());
    }

    @Test
    void imagesOfTwoSizesBecomeTwoSequencesOrOnePlainGroup() {
        EncordDatasetClient dataset = newDataset();
        List<Path> images = List.of(
                samples().image("a.png", 16, 16, 1),
                samples().image("b.png", 32, 16, 2),
                samples().image("c.png", 16, 16, 3));

        assertThat(dataset.createImageGroup(
                        images, UploadOptions.builder().createVideo(true).build()))
                .hasSize(2);
        assertThat(dataset.createImageGroup(
                        images, UploadOptions.builder().createVideo(false).build()))
                .hasSize(1);
    }

    @Test
    void anImageGroupIsMadeWithAnApiKeyAndSplitBySize() {
        EncordDatasetClient dataset =
                withApiKey(create(DatasetOptions.ofDefaults()).datasetHash());

        assertThat(dataset.createImageGroup(images("c.png", "a.png", "b.png"))).hasSize(1);
        assertThat(dataset.createImageGroup(
                        List.of(samples().image("x.png", 16, 16, 1), samples().image("y.png", 32, 16, 2))))
                .hasSize(2);
        assertThat(dataset.getDataset().dataRows())
                .extracting(DataRow::dataType)
                .containsOnly(DataType.IMG_GROUP)
                .hasSize(3);
    }

    @Test
    void dicomFilesBecomeASeries() {
        EncordDatasetClient dataset = newDataset();

        DicomSeries series = dataset.createDicomSeries(
                List.of(samples().dicom("1.dcm"), samples().dicom("2.dcm")),
                UploadOptions.builder().title("knee").build());

        assertThat(series.title()).isEqualTo("knee");
        assertThat(dataset.getDataRow(series.dataHash(), DataRowExtras.ofDefaults())
                        .dataType())
                .isEqualTo(DataType.DICOM);
    }

    @Test
    void bytesCannotGoIntoADatasetOfABucket() {
        onlyOnAFake("a dataset that nobody can delete");
        CreatedDataset created = userOf2022()
                .createDataset(
                        title(),
                        DatasetOptions.builder()
                                .storageLocation(StorageLocation.GCP)
                                .build());

        assertThatThrownBy(() ->
                        withApiKey(created.datasetHash()).uploadVideo(samples().video("film.mp4")))
                .isInstanceOf(UploadOperationNotSupportedException.class);
        assertThatThrownBy(() -> dataset(created).uploadVideo(samples().video("again.mp4")))
                .isInstanceOf(UploadOperationNotSupportedException.class);
    }

    private List<Path> images(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> samples().image(names[i], 16, 16, i))
                .toList();
    }
}

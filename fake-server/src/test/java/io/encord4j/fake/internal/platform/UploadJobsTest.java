package io.encord4j.fake.internal.platform;

import static io.encord4j.fake.internal.platform.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadJob.Status;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.internal.platform.model.UploadedRow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadJobsTest {

    private final TestPlatform platform = new TestPlatform();

    private static UploadJob start(TestPlatform platform, String dataset, UploadRequest request) {
        return platform.world.update(tx -> UploadJobs.start(Access.open(tx, platform.asAlice, dataset), request));
    }

    private UploadJob upload(UploadUnit... units) {
        return start(platform, platform.hosted, TestPlatform.uploaded(List.of(units)));
    }

    private UploadUnit video(String title) {
        StoredObject object = platform.presigned(UploadKind.VIDEO, title, TestPlatform.FILM);
        return TestPlatform.single(FakeDataType.VIDEO, object.key(), title);
    }

    private FileRef image(String title, int width) {
        MediaFacts facts = MediaFacts.image("image/png", width, 1);
        return new FileRef(platform.presigned(UploadKind.IMAGE, title, facts).key(), title);
    }

    private static UploadRequest inBucket(TestPlatform platform, boolean ignoreErrors, UploadUnit... units) {
        return new UploadRequest(
                List.of(units), platform.integration.uuid(), true, true, ignoreErrors, null, "files.json");
    }

    @Test
    void aVideoIsDoneAtOnce() {
        StoredObject object = platform.presigned(UploadKind.VIDEO, "bytes", TestPlatform.FILM);
        UploadJob job = upload(TestPlatform.single(FakeDataType.VIDEO, object.key(), "film.mp4"));

        assertThat(job.status()).isEqualTo(Status.DONE);
        DataRow row = platform.rows(platform.hosted).get(0);
        assertThat(job.outcome().rows()).containsExactly(new UploadedRow(row.hash(), "film.mp4", object.itemUuid()));
        assertThat(row.item().content().location()).isEqualTo(FakeStorageLocation.CORD_STORAGE);
        assertThat(List.of(job.pending(), job.outcome().done(), job.outcome().failed()))
                .containsExactly(0, 1, 0);
    }

    @Test
    void anObjectCanBackTwoRowsAndItsBytesStayWithTheLast() {
        StoredObject object = platform.presigned(UploadKind.VIDEO, "bytes", TestPlatform.FILM);
        UploadUnit unit = TestPlatform.single(FakeDataType.VIDEO, object.key(), "film.mp4");
        upload(unit, unit);
        List<DataRow> rows = platform.rows(platform.hosted);
        assertThat(rows).extracting(row -> row.item().uuid()).doesNotHaveDuplicates();

        for (DataRow row : rows) {
            assertThat(HostedObjects.read(platform.world.observe(), object.key()))
                    .isNotNull();
            platform.world.change(
                    tx -> Rows.delete(Access.open(tx, platform.asAlice, platform.hosted), List.of(row.hash())));
        }
        assertThat(platform.world.observe().files().objects()).isEmpty();
    }

    @Test
    void aVideoGroupIsSplitByResolutionAndAllGetTheTitle() {
        UploadJob job = upload(new UploadUnit.Images(
                List.of(image("a", 1), image("b", 2), image("c", 1)), "frames", true, true, Map.of()));

        assertThat(job.outcome().rows()).extracting(UploadedRow::title).containsExactly("frames", "frames");
        assertThat(job.outcome().done()).isEqualTo(1);
    }

    @Test
    void anUnclusteredGroupIsOneRow() {
        UploadJob job =
                upload(new UploadUnit.Images(List.of(image("a", 1), image("b", 2)), null, false, false, Map.of()));

        assertThat(job.outcome().rows()).hasSize(1);
        assertThat(platform.titles(platform.hosted).get(0)).startsWith("image-group-");
    }

    @Test
    void dicomFilesMakeOneSeries() {
        MediaFacts dicom = MediaFacts.ofType("application/dicom");
        List<FileRef> files = List.of(
                new FileRef(
                        platform.presigned(UploadKind.DICOM_FILE, "1", dicom).key(), "1.dcm"),
                new FileRef(
                        platform.presigned(UploadKind.DICOM_FILE, "2", dicom).key(), "2.dcm"));
        upload(new UploadUnit.Dicom(files, null, null));

        DataRow row = platform.rows(platform.hosted).get(0);
        assertThat(row.type()).isEqualTo(FakeDataType.DICOM);
        assertThat(row.title()).startsWith("dicom-series-");
        assertThat(row.item().link()).isNull();
    }

    @Test
    void oneBadUnitFailsTheJobAndNothingIsAdded() {
        UploadJob job = upload(video("good"), TestPlatform.single(FakeDataType.VIDEO, "no-such", "bad"));

        assertThat(job.status()).isEqualTo(Status.ERROR);
        assertThat(platform.rows(platform.hosted)).isEmpty();
        assertThat(job.outcome().rows()).isEmpty();
        assertThat(List.of(
                        job.pending(),
                        job.outcome().done(),
                        job.outcome().failed(),
                        job.outcome().cancelled()))
                .containsExactly(0, 0, 1, 1);
        assertThat(job.outcome().errors().get(0).links()).containsExactly("no-such");
        assertThat(job.outcome().errors().get(0).error()).contains("no-such");
    }

    @Test
    void aWorldCanKeepTheGoodUnitsOfAFailedJob() {
        TestPlatform keeping =
                new TestPlatform(Choices.builder().failedJobsKeepGoodUnits(true).build());
        UploadJob job = start(
                keeping,
                keeping.bucket,
                inBucket(
                        keeping,
                        false,
                        TestPlatform.single(FakeDataType.VIDEO, "s3://b/good", null),
                        TestPlatform.single(FakeDataType.VIDEO, "s3://b/white space", null)));

        assertThat(job.status()).isEqualTo(Status.ERROR);
        assertThat(keeping.titles(keeping.bucket)).containsExactly("/good");
    }

    @Test
    void ignoredErrorsAreReported() {
        UploadJob job = start(
                platform,
                platform.bucket,
                inBucket(
                        platform,
                        true,
                        TestPlatform.single(FakeDataType.VIDEO, "s3://b/good", null),
                        TestPlatform.single(FakeDataType.VIDEO, "s3://b/white space", null)));

        assertThat(job.status()).isEqualTo(Status.DONE);
        assertThat(job.outcome().done()).isEqualTo(1);
        assertThat(job.outcome().errors())
                .singleElement()
                .satisfies(error -> assertThat(error.error()).contains("white space"));
        assertThat(job.fileName()).isEqualTo("files.json");
    }

    @Test
    void duplicatesAreSkippedSilentlyAndCanBringNewMetadata() {
        UploadUnit unit =
                new UploadUnit.Single(FakeDataType.VIDEO, new FileRef("s3://b/film.mp4", null), Map.of("v", 1L));
        UploadUnit again =
                new UploadUnit.Single(FakeDataType.VIDEO, new FileRef("s3://b/film.mp4", null), Map.of("v", 2L));
        start(platform, platform.bucket, inBucket(platform, false, unit));
        UploadJob job = start(platform, platform.bucket, inBucket(platform, false, again));

        assertThat(job.outcome().rows()).isEmpty();
        assertThat(job.outcome().done()).isEqualTo(1);
        assertThat(platform.rows(platform.bucket))
                .singleElement()
                .satisfies(row -> assertThat(row.clientMetadata()).isEqualTo(Map.of("v", 2L)));
    }

    @Test
    void duplicatesWithinOneJobAreSkippedToo() {
        UploadUnit unit = TestPlatform.single(FakeDataType.VIDEO, "s3://b/film.mp4", null);
        start(platform, platform.bucket, inBucket(platform, false, unit, unit));

        assertThat(platform.rows(platform.bucket)).hasSize(1);
    }

    @Test
    void aMirrorTakesNoFolderAndAnyOtherDatasetNeedsOne() {
        UUID folder = platform.world
                .<Folder>update(tx ->
                        StorageFolders.create(tx, platform.alice, null, new Folder.About("somewhere", "", null), null))
                .uuid();
        UploadRequest with = new UploadRequest(List.of(), null, false, false, false, folder, null);
        assertRefused(RefusalKind.INVALID_ARGUMENTS, () -> start(platform, platform.hosted, with))
                .contains(folder.toString());

        String plain = platform.world
                .<Dataset>update(tx ->
                        Datasets.create(tx, platform.alice, "plain", null, FakeStorageLocation.CORD_STORAGE, false))
                .hash();
        assertRefused(RefusalKind.INVALID_ARGUMENTS, () -> start(platform, plain, TestPlatform.uploaded(List.of())));
        assertThat(start(platform, plain, with).status()).isEqualTo(Status.DONE);
    }

    @Test
    void bytesDoNotGoToADatasetInABucketAndIntegrationsMustExist() {
        assertRefused(
                RefusalKind.UPLOAD_NOT_SUPPORTED,
                () -> start(platform, platform.bucket, TestPlatform.uploaded(List.of())));
        assertRefused(
                RefusalKind.INVALID_ARGUMENTS,
                () -> start(
                        platform,
                        platform.bucket,
                        new UploadRequest(List.of(), new UUID(4, 4), false, false, false, null, null)));
    }

    @Test
    void privateDataMayGoToAHostedDataset() {
        start(
                platform,
                platform.hosted,
                inBucket(platform, false, TestPlatform.single(FakeDataType.IMAGE, "s3://b/i.png", "i")));

        assertThat(platform.rows(platform.hosted).get(0).item().content().location())
                .isEqualTo(FakeStorageLocation.AWS);
    }

    @Test
    void anotherUsersUploadIsNotFound() {
        StoredObject bobs = platform.world.update(tx ->
                HostedObjects.forUser(tx, platform.bob, UploadKind.VIDEO, 1).get(0));
        platform.send(bobs, "bytes", TestPlatform.FILM);

        assertThat(upload(TestPlatform.single(FakeDataType.VIDEO, bobs.key(), "stolen"))
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void unknownAndForeignJobsAreNotFound() {
        UploadJob job = upload(video("film.mp4"));
        for (String hash : List.of("no-such", job.processHash())) {
            assertRefused(
                    RefusalKind.NOT_FOUND,
                    () -> UploadJobs.find(
                            platform.world.observe(),
                            Access.dataset(platform.world.observe(), platform.asAlice, platform.bucket),
                            hash));
        }
        assertThatThrownBy(() -> platform.world.change(tx -> UploadJobs.cancel(tx, job.processHash())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is DONE and cannot become CANCELLED");
    }
}

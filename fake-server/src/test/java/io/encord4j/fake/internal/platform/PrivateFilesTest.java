package io.encord4j.fake.internal.platform;

import static io.encord4j.fake.internal.platform.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.internal.platform.model.UploadedRow;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateFilesTest {

    private static PrivateFiles read(Map<String, ?> json) {
        return PrivateFiles.read(json, false);
    }

    private static UploadUnit only(Map<String, ?> json) {
        assertThat(read(json).units()).hasSize(1);
        return read(json).units().get(0);
    }

    private static void assertBad(Map<String, ?> json, String why) {
        assertThat(only(json))
                .isInstanceOfSatisfying(
                        UploadUnit.Bad.class, bad -> assertThat(bad.error()).contains(why));
    }

    private final TestPlatform platform = new TestPlatform();

    private List<UploadedRow> add(String dataset, boolean ignoreErrors, Map<String, ?> json) {
        return platform.world.update(tx -> PrivateData.add(
                Access.open(tx, platform.asAlice, dataset), read(json), platform.integration.uuid(), ignoreErrors));
    }

    @Test
    void readsEveryKind() {
        PrivateFiles files = read(Map.of(
                "audio", List.of(Map.of("objectUrl", "s3://b/a.mp3")),
                "dicom_series", List.of(Map.of("title", "d", "objectUrl_0", "s3://b/d")),
                "image_groups", List.of(Map.of("title", "g", "objectUrl_0", "s3://b/g", "createVideo", true)),
                "images", List.of(Map.of("objectUrl", "s3://b/i.png", "title", "i")),
                "videos", List.of(Map.of("objectUrl", "s3://b/v.mp4", "clientMetadata", Map.of("k", 1L))),
                "skip_duplicate_urls", true,
                "upsert_metadata", true));

        assertThat(files.skipDuplicateUrls()).isTrue();
        assertThat(files.upsertMetadata()).isTrue();
        assertThat(files.units())
                .containsExactly(
                        new UploadUnit.Single(FakeDataType.VIDEO, new FileRef("s3://b/v.mp4", null), Map.of("k", 1L)),
                        new UploadUnit.Single(FakeDataType.IMAGE, new FileRef("s3://b/i.png", "i"), null),
                        new UploadUnit.Images(List.of(new FileRef("s3://b/g", null)), "g", true, false, null),
                        new UploadUnit.Dicom(List.of(new FileRef("s3://b/d", null)), "d", null),
                        new UploadUnit.Single(FakeDataType.AUDIO, new FileRef("s3://b/a.mp3", null), null));
    }

    @Test
    void numbersOrderFilesNotText() {
        UploadUnit unit = only(Map.of(
                "image_groups",
                List.of(Map.of(
                        "title", "g", "objectUrl_10", "s3://10", "objectUrl_9", "s3://9", "objectUrl_0", "s3://0"))));

        assertThat(unit.links()).containsExactly("s3://0", "s3://9", "s3://10");
    }

    @Test
    void believesWhatTheCustomerSaysAboutAVideo() {
        UploadUnit unit = only(Map.of(
                "videos",
                List.of(Map.of(
                        "objectUrl",
                        "s3://b/v",
                        "videoMetadata",
                        Map.of("fps", 25.0, "duration", 2L, "width", 4L, "height", 3L, "fileSize", 99L)))));

        assertThat(unit).isInstanceOfSatisfying(UploadUnit.Single.class, single -> {
            assertThat(single.file().declared()).isEqualTo(new MediaFacts(null, 4, 3, 2.0, 25.0, null));
            assertThat(single.file().declaredSize()).isEqualTo(99);
        });
    }

    @Test
    void badEntriesAreBadUnits() {
        assertBad(Map.of("videos", List.of("text")), "must be an object");
        assertBad(Map.of("videos", List.of(Map.of("title", "t"))), "no objectUrl");
        assertBad(Map.of("videos", List.of(Map.of("objectUrl", "s3://b/a b"))), "white space");
        assertBad(Map.of("videos", List.of(Map.of("objectUrl", "s3://" + "x".repeat(16 * 1024)))), "longer than");
        assertBad(Map.of("videos", List.of(Map.of("objectUrl", 5L))), "must be a string");
        assertBad(Map.of("image_groups", List.of(Map.of("objectUrl_0", "s3://b/g"))), "title");
        assertBad(Map.of("image_groups", List.of(Map.of("title", "g"))), "no files");
        assertBad(Map.of("image_groups", List.of(Map.of("title", "g", "objectUrl_x", "s3://b"))), "number");
        assertBad(Map.of("videos", List.of(Map.of("objectUrl", "s3://b", "clientMetadata", "m"))), "an object");
    }

    @Test
    void whatSpoilsTheWholeIsRefused() {
        assertRefused(RefusalKind.INVALID_ARGUMENTS, () -> read(Map.of("videos", Map.of())));
        assertRefused(RefusalKind.INVALID_ARGUMENTS, () -> read(Map.of("skip_duplicate_urls", "yes")));
        assertRefused(
                RefusalKind.INVALID_ARGUMENTS,
                () -> read(Map.of("videos", Collections.nCopies(500_001, Map.of("objectUrl", "s3://b")))));
        assertRefused(RefusalKind.INVALID_ARGUMENTS, () -> PrivateFiles.read(Map.of("scenes", List.of()), true));
        assertThat(read(Map.of("scenes", List.of())).units()).isEmpty();
        assertThat(read(Collections.singletonMap("videos", null)).units()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://bucket/dir/film.mp4, /dir/film.mp4",
        "https://bucket/dir/film.mp4?v=1#t, /dir/film.mp4",
        "s3://bucket/film.mp4, /film.mp4",
        "https://bucket, https://bucket",
        "film.mp4, film.mp4"
    })
    void theTitleOfAFileIsThePathOfItsUrl(String url, String title) {
        assertThat(Titles.pathOf(url)).isEqualTo(title);
    }

    @Test
    void addsARowPerEntry() {
        List<UploadedRow> rows = add(
                platform.bucket,
                false,
                Map.of(
                        "videos", List.of(Map.of("objectUrl", "https://b/dir/film.mp4")),
                        "image_groups",
                                List.of(Map.of(
                                        "title", "g", "objectUrl_0", "s3://b/x/1.png", "objectUrl_1", "s3://b/2"))));

        assertThat(rows).extracting(UploadedRow::title).containsExactly("/dir/film.mp4", "g");
        assertThat(platform.rows(platform.bucket))
                .extracting(DataRow::type)
                .containsExactly(FakeDataType.VIDEO, FakeDataType.IMG_GROUP);
        assertThat(add(platform.bucket, false, Map.of())).isEmpty();
    }

    @Test
    void aBadEntryRefusesEverythingUnlessErrorsAreIgnored() {
        Map<String, ?> json = Map.of(
                "videos", List.of(Map.of("objectUrl", "https://b/good"), Map.of("objectUrl", "https://b/b a d")));

        assertRefused(RefusalKind.UNKNOWN, () -> add(platform.bucket, false, json))
                .contains("white space");
        assertThat(platform.rows(platform.bucket)).isEmpty();
        assertThat(add(platform.bucket, true, json)).hasSize(1);

        TestPlatform telling = new TestPlatform(Choices.builder()
                .failedPrivateData(RefusalKind.INVALID_ARGUMENTS)
                .failedJobsKeepGoodUnits(true)
                .build());
        assertRefused(
                RefusalKind.INVALID_ARGUMENTS,
                () -> telling.world.update(tx -> PrivateData.add(
                        Access.open(tx, telling.asAlice, telling.bucket),
                        read(json),
                        telling.integration.uuid(),
                        false)));
        assertThat(telling.rows(telling.bucket)).isEmpty();
    }

    @Test
    void hostedDatasetsTakeNoPrivateDataOf2022UnlessTheWorldSaysSo() {
        assertRefused(RefusalKind.UPLOAD_NOT_SUPPORTED, () -> add(platform.hosted, false, Map.of()));
        assertRefused(
                RefusalKind.INVALID_ARGUMENTS,
                () -> platform.world.update(tx -> PrivateData.add(
                        Access.open(tx, platform.asAlice, platform.bucket), read(Map.of()), new UUID(9, 9), false)));
    }

    @Test
    void integrationsAreFoundByIdAndExactTitle() {
        var state = platform.world.observe();
        UUID uuid = platform.integration.uuid();
        assertThat(Integrations.list(state, null, null)).containsExactly(platform.integration);
        assertThat(Integrations.list(state, Set.of(uuid), Set.of("AWS"))).hasSize(1);
        assertThat(Integrations.list(state, Set.of(uuid), Set.of("aws"))).isEmpty();
        assertThat(Integrations.list(state, Set.of(), null)).isEmpty();
    }
}

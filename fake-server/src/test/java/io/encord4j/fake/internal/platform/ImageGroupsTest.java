package io.encord4j.fake.internal.platform;

import static io.encord4j.fake.internal.platform.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Choices;
import io.encord4j.fake.OcrText;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.UploadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageGroupsTest {

    private final TestPlatform platform = new TestPlatform();

    private List<DataRow> group(boolean sequence, String... images) {
        return platform.world.update(tx -> ImageGroups.create(
                Access.open(tx, platform.asAlice, platform.hosted), List.of(images), null, sequence));
    }

    private static List<String> imageTitles(DataRow row) {
        return ((ImageGroup) row.item().content())
                .images().stream().map(GroupImage::title).toList();
    }

    @Test
    void framesStandInTheOrderOfTheCallNotOfTheUploads() {
        String first = platform.registeredImage("first", 4, 3);
        String second = platform.registeredImage("second", 4, 3);
        assertThat(platform.rows(platform.hosted)).isEmpty();

        List<DataRow> rows = group(true, second, first);

        assertThat(rows).hasSize(1);
        assertThat(imageTitles(rows.get(0))).containsExactly("second", "first");
        assertThat(rows.get(0).title()).matches("image-group-[a-z0-9]{5}");
        assertThat(rows.get(0).item().facts().width()).isEqualTo(4);
        assertThat(platform.rows(platform.hosted)).isEqualTo(rows);
    }

    @Test
    void imagesOfDifferentSizeGoToDifferentSequences() {
        String small = platform.registeredImage("small", 1, 1);
        String large = platform.registeredImage("large", 9, 9);
        String small2 = platform.registeredImage("small2", 1, 1);

        List<DataRow> rows = group(true, large, small, small2);

        assertThat(rows).hasSize(2);
        assertThat(imageTitles(rows.get(0))).containsExactly("large");
        assertThat(imageTitles(rows.get(1))).containsExactly("small", "small2");
    }

    @Test
    void aGroupWithoutVideoTakesAllSizesAndHasNone() {
        List<DataRow> rows =
                group(false, platform.registeredImage("small", 1, 1), platform.registeredImage("large", 9, 9));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).item().facts().width()).isNull();
        assertThat(rows.get(0).item().isSequence()).isFalse();
    }

    @Test
    void onlyRegisteredImagesNamedOnceMakeAGroup() {
        String image = platform.registeredImage("image", 1, 1);
        String unregistered = platform.sent(UploadKind.IMAGE, "b", MediaFacts.image("image/png", 1, 1))
                .dataHash();

        assertRefused(RefusalKind.INVALID_ARGUMENTS, () -> group(true));
        assertRefused(RefusalKind.INVALID_ARGUMENTS, () -> group(true, image, image));
        assertRefused(RefusalKind.NOT_FOUND, () -> group(true, unregistered)).contains("not registered");
        assertRefused(RefusalKind.NOT_FOUND, () -> group(true, "no-such"));
    }

    @Test
    void deletingAForeignGroupIsIgnoredUnlessTheWorldRefusesIt() {
        DataRow video = platform.video("film.mp4");
        delete(platform, "no-such");
        delete(platform, video.hash());
        assertThat(platform.rows(platform.hosted)).containsExactly(video);

        DataRow group = group(true, platform.registeredImage("image", 1, 1)).get(0);
        delete(platform, group.hash());
        assertThat(platform.rows(platform.hosted)).containsExactly(video);

        TestPlatform strict = new TestPlatform(
                Choices.builder().refusesForeignImageGroups(true).build());
        assertRefused(RefusalKind.NOT_FOUND, () -> delete(strict, "no-such"));
    }

    @Test
    void ocrReadsTheTitleUnlessATestSetsTheText() {
        DataRow group = group(true, platform.registeredImage("one", 1, 1), platform.registeredImage("two", 1, 1))
                .get(0);
        String second = ((ImageGroup) group.item().content()).images().get(1).hash();
        OcrText text = new OcrText("EXIT", 0, 0, 1, 0.5);
        platform.world.change(tx -> Ocr.set(tx, second, List.of(text)));

        List<List<OcrText>> read = Ocr.read(
                platform.world.observe(),
                Access.dataset(platform.world.observe(), platform.asAlice, platform.hosted),
                group.hash());

        assertThat(read).hasSize(2);
        assertThat(read.get(0)).extracting(OcrText::text).containsExactly("one");
        assertThat(read.get(1)).containsExactly(text);
    }

    @Test
    void ocrNeedsAnImageGroup() {
        DataRow video = platform.video("film.mp4");
        assertRefused(
                RefusalKind.NOT_FOUND,
                () -> Ocr.read(
                        platform.world.observe(),
                        Access.dataset(platform.world.observe(), platform.asAlice, platform.hosted),
                        video.hash()));
        assertRefused(
                RefusalKind.NOT_FOUND,
                () -> Ocr.read(
                        platform.world.observe(),
                        Access.dataset(platform.world.observe(), platform.asAlice, platform.hosted),
                        "no-such"));
    }

    private static void delete(TestPlatform platform, String hash) {
        platform.world.change(tx -> ImageGroups.delete(Access.open(tx, platform.asAlice, platform.hosted), hash));
    }
}

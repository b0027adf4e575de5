package io.encord4j.fake.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.StoredFile;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ResolutionsTest {

    @Property
    void splittingKeepsEveryImageItsOrderAndTheOrderOfFirstImages(
            @ForAll List<@IntRange(min = 1, max = 4) Integer> widths) {
        List<StoredFile> images = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            MediaFacts facts = MediaFacts.image("image/png", widths.get(i), 1);
            images.add(new StoredFile(FakeStorageLocation.CORD_STORAGE, "image-" + i, null, null, facts));
        }

        List<List<StoredFile>> groups = Resolutions.split(images, image -> image);

        assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(images);
        assertThat(groups).allSatisfy(group -> {
            assertThat(group).isSortedAccordingTo((a, b) -> Integer.compare(images.indexOf(a), images.indexOf(b)));
            assertThat(group)
                    .extracting(image -> image.facts().width())
                    .containsOnly(group.get(0).facts().width());
        });
        assertThat(groups).extracting(group -> group.get(0).facts().width()).isEqualTo(distinct(widths));
    }

    private static List<Integer> distinct(List<Integer> widths) {
        return widths.stream().distinct().toList();
    }
}

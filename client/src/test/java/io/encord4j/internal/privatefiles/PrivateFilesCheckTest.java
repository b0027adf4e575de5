package io.encord4j.internal.privatefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.InvalidPrivateFilesException;
import io.encord4j.PrivateFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrivateFilesCheckTest {
    @Test
    void acceptsEverythingThatTheBuilderMakes() {
        PrivateFiles files = PrivateFiles.builder()
                .video("https://bucket/a.mp4")
                .video("https://bucket/b.mp4", "b", Map.of("k", 1))
                .image("https://bucket/a.png")
                .audio("https://bucket/a.wav")
                .imageGroup("g", List.of("https://bucket/0.png", "https://bucket/1.png"))
                .imageSequence(
                        "s",
                        IntStream.range(0, 12)
                                .mapToObj(i -> "https://bucket/" + i + ".png")
                                .toList())
                .dicomSeries("d", List.of("https://bucket/0.dcm"))
                .upsertMetadata()
                .build();

        assertThatCode(() -> check(files)).doesNotThrowAnyException();
    }

    @Test
    void namesTheVideoWhoseUrlHoldsABlank() {
        PrivateFiles files = PrivateFiles.builder()
                .video("https://bucket/a.mp4")
                .video("has a space")
                .build();

        refuses(files, "videos[1].objectUrl", "white space");
    }

    @Test
    void namesTheGroupWithoutTitle() {
        refuses(PrivateFiles.builder().imageGroup(" ", List.of("u")).build(), "image_groups[0].title", "needs a title");
    }

    @Test
    void namesTheGroupWithoutUrls() {
        refuses(PrivateFiles.builder().dicomSeries("d", List.of()).build(), "dicom_series[0]", "not numbered");
    }

    @Test
    void namesTheGroupWhoseUrlsHaveAGap() {
        refuses(
                new PrivateFiles.Entries(
                        Map.of("image_groups", List.of(Map.of("title", "g", "objectUrl_0", "u", "objectUrl_2", "v")))),
                "image_groups[0]",
                "without gaps");
    }

    @Test
    void namesTheUrlThatIsTooLong() {
        refuses(
                PrivateFiles.builder()
                        .image("https://bucket/" + "é".repeat(9000))
                        .build(),
                "images[0].objectUrl",
                "16 KB");
    }

    @Test
    void namesTheListThatIsNone() {
        refuses(new PrivateFiles.Entries(Map.of("videos", "https://bucket/a.mp4")), "videos", "not a list");
        refuses(new PrivateFiles.Entries(Map.of("videos", List.of("u"))), "videos[0]", "not an object");
        refuses(new PrivateFiles.Entries(Map.of("videos", List.of(Map.of()))), "videos[0].objectUrl", "no URL");
    }

    @Test
    void refusesToUpsertWithoutSkipping() {
        refuses(new PrivateFiles.Entries(Map.of("upsert_metadata", true)), "upsert_metadata", "skip_duplicate_urls");
    }

    @Test
    void namesTheFirstItemBeyondHalfAMillion() {
        List<Map<String, Object>> videos =
                new ArrayList<>(Collections.nCopies(500_001, Map.of("objectUrl", "https://bucket/a.mp4")));

        refuses(new PrivateFiles.Entries(Map.of("videos", videos)), "videos[500000]", "500,001");
    }

    @Test
    void namesTheUrlBeyondAMillion() {
        Map<String, Object> group = new LinkedHashMap<>(Map.of("title", "g"));
        for (int i = 0; i <= 1_000_000; i++) {
            group.put("objectUrl_" + i, "https://bucket/a.png");
        }

        refuses(
                new PrivateFiles.Entries(Map.of("image_groups", List.of(group))),
                "image_groups[0].objectUrl_1000000",
                "1,000,001");
    }

    @Test
    void letsUnknownKindsPass() {
        assertThatCode(() -> check(new PrivateFiles.Entries(Map.of("nifti", 3))))
                .doesNotThrowAnyException();
    }

    private static void refuses(PrivateFiles files, String entry, String words) {
        assertThatExceptionOfType(InvalidPrivateFilesException.class)
                .isThrownBy(() -> check(files))
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.entry()).isEqualTo(entry));
    }

    private static void check(PrivateFiles files) {
        new PrivateFilesCheck(false).check(((PrivateFiles.Entries) files).entries());
    }
}

package io.encord4j;

import static io.encord4j.support.StubService.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Folders of this machine, with what is below them. */
class UploadFolderTest extends UploadFixture {
    private static final String PNG = "\u0089PNG and so on";

    @Test
    void videosAndImagesOfATreeBecomeRowsAndAllElseIsReportedAsSkipped() throws IOException {
        bytes("b.bin", PNG);
        file("a.mp4", "by its name");
        file("notes.txt", "no media");
        file("lies.png", "%PDF-1.7");
        file(".hidden/c.mp4", "hidden");
        file("below/d.mov", "by its name");
        Files.createSymbolicLink(directory.resolve("link.mp4"), directory.resolve("a.mp4"));

        UploadReport<UploadedData> report = dataset.uploadFolder(directory);

        assertThat(report.files())
                .extracting(outcome -> relative(outcome.file()))
                .containsExactly(".hidden", "a.mp4", "b.bin", "lies.png", "link.mp4", "notes.txt", "below/d.mov");
        assertThat(report.created()).extracting(UploadedData::title).containsExactly("a.mp4", "b.bin", "d.mov");
        assertThat(report.created()).hasExactlyElementsOfTypes(Video.class, Image.class, Video.class);
        assertThat(report.skipped())
                .extracting(FileOutcome.Skipped::reason)
                .containsExactly(
                        "It is hidden.",
                        "It is no video or image.",
                        "It is a symbolic link.",
                        "It is no video or image.");
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void titlesTellThePlaceOnRequest() throws IOException {
        file("north/gate/1.mp4", "1");
        file("south/1.mp4", "2");

        UploadReport<UploadedData> report = dataset.uploadFolder(
                directory, TreeOptions.builder().relativeTitles(true).build(), UploadOptions.ofDefaults());

        assertThat(report.created()).extracting(UploadedData::title).containsExactly("north/gate/1.mp4", "south/1.mp4");
    }

    @Test
    void theImagesOfEachFolderBecomeAGroupOnRequest() throws IOException {
        file("shelf/2.png", "2");
        file("shelf/1.png", "1");
        file("shelf/top/3.png", "3");

        UploadReport<UploadedData> report = dataset.uploadFolder(
                directory, TreeOptions.builder().imageGroups(true).build(), UploadOptions.ofDefaults());

        assertThat(report.created()).hasOnlyElementsOfType(ImageGroup.class).hasSize(2);
        assertThat(List.of(group(0), group(1)))
                .containsExactlyInAnyOrder(Map.of("shelf", List.of("1.png", "2.png")), Map.of("top", List.of("3.png")));
    }

    @Test
    void linksAreFollowedOnRequestButNeverInACircle() throws IOException {
        Path film = file("films/a.mp4", "1");
        Path tree = Files.createDirectories(directory.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("b.mp4"), film);
        Files.createSymbolicLink(tree.resolve("films"), film.getParent());
        Files.createSymbolicLink(tree.resolve("round"), tree);
        Files.createSymbolicLink(tree.resolve("torn.mp4"), tree.resolve("nothing"));

        UploadReport<UploadedData> report = dataset.uploadFolder(
                tree, TreeOptions.builder().followLinks(true).build(), UploadOptions.ofDefaults());

        assertThat(report.created()).extracting(UploadedData::title).containsExactly("b.mp4", "a.mp4");
        assertThat(report.skipped())
                .extracting(FileOutcome.Skipped::reason)
                .containsExactly("It is a symbolic link to a folder above it.", "It is a symbolic link to nothing.");
    }

    @Test
    void whatIsThereWithTheSameTitleAndSizeIsLeftOut() throws IOException {
        file("a.mp4", "12345");
        file("b.mp4", "12345");
        file("c/a.mp4", "12345");
        service.on("datarows/GET", "[" + sized("a.mp4", 5) + "," + sized("b.mp4", 4) + "]");

        UploadReport<UploadedData> report = dataset.uploadFolder(
                directory,
                TreeOptions.ofDefaults(),
                UploadOptions.builder().skipExisting(true).build());

        assertThat(report.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.file()).isEqualTo(directory.resolve("a.mp4"));
            assertThat(skipped.reason()).isEqualTo("There is one of this title and size already.");
        });
        assertThat(report.created()).hasSize(2);
    }

    @Test
    void theJournalMayLieInTheFolder() throws IOException {
        file("a.mp4", "1");
        UploadOptions options = UploadOptions.builder()
                .journal(directory.resolve("journal.mp4"))
                .build();
        dataset.uploadFolder(directory, TreeOptions.ofDefaults(), options);

        UploadReport<UploadedData> again = dataset.uploadFolder(directory, TreeOptions.ofDefaults(), options);

        assertThat(again.skipped())
                .extracting(FileOutcome.Skipped::reason)
                .containsExactly("It was uploaded before.", "It is the journal of this upload.");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path film = file("a.mp4", "1");

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> dataset.uploadFolder(film))
                .withMessageContaining(film + " is not a folder.");
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> dataset.uploadFolder(directory.resolve("none")))
                .matches(e -> e.problem() == InvalidFileException.Problem.MISSING);
    }

    @Test
    void oneTitleForAllIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> dataset.uploadFolder(
                        directory,
                        TreeOptions.ofDefaults(),
                        UploadOptions.builder().title("same").build()))
                .withMessageContaining("same");
        assertThat(service.calls()).isEmpty();
    }

    private String relative(Path file) {
        return directory.relativize(file).toString();
    }

    private void bytes(String name, String content) throws IOException {
        Files.write(directory.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<String>> group(int job) {
        Map<String, Object> group = started("imageGroups", job).get(0);
        return Map.of(
                (String) group.get("title"),
                ((List<Map<String, Object>>) group.get("images"))
                        .stream().map(image -> (String) image.get("title")).toList());
    }

    private static String sized(String title, int size) {
        return row("h-" + title, title).replace("1500.0", String.valueOf(size));
    }
}

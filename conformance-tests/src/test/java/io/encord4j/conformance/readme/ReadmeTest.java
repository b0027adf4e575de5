package io.encord4j.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.DataRow;
import io.encord4j.DatasetOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.Video;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is compiled, is run, and is the same text. */
class ReadmeTest {

    private static final Path SNIPPETS = Path.of("src/test/java/io/encord4j/conformance/readme");
    private static final Path SPARK = Path.of("../client/spark/src/test/java/io/encord4j/spark/ReadmeExampleTest.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("// README\n(.*?)\n *// end", Pattern.DOTALL);

    private static final byte[] PNG = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                    + "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private FakeEncordServer server;
    private FakeUser person;
    private ClientSnippets snippets;

    @BeforeEach
    void startServer() {
        server = FakeEncordServer.start();
        person = server.defaultWorld().newUser("reader@example.com");
        snippets = new ClientSnippets(
                ClientOptions.builder().domain(server.url()).build(),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void everyJavaBlockOfTheReadmeIsCodeOfATest() throws IOException {
        List<String> marked;
        try (Stream<Path> sources = Files.list(SNIPPETS)) {
            marked = Stream.concat(sources.filter(source -> !source.endsWith("ReadmeTest.java")), Stream.of(SPARK))
                    .flatMap(ReadmeTest::markedCode)
                    .toList();
        }
        List<String> shown = JAVA_BLOCK
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(block -> block.group(1).strip())
                .toList();

        assertThat(shown).isNotEmpty().containsExactlyInAnyOrderElementsOf(marked);
    }

    @Test
    void theVersionsOfOtherLibrariesAreThoseOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));
        String readme = Files.readString(Path.of("../README.md"));

        assertThat(List.of("assertj", "junit", "kotlin", "slf4j")).allSatisfy(library -> {
            Matcher version = Pattern.compile("<" + library + ".version>(.*)</").matcher(pom);
            assertThat(version.find()).isTrue();
            assertThat(readme).contains(version.group(1));
        });
    }

    @Test
    void theFirstUploadSendsTheFileAndShowsItsProgress() throws IOException {
        Path film = film();
        Path key = Files.writeString(folder.resolve("id_ed25519"), person.sshPrivateKey());

        Video video = snippets.firstUpload(key, film);

        assertThat(video.title()).isEqualTo("film.mp4");
        assertThat(printed()).contains(Files.size(film) + " of " + Files.size(film) + " bytes", video.dataHash());
    }

    @Test
    void anUploadGoesOnByItsJournal() throws IOException {
        try (EncordUserClient user = user();
                EncordDatasetClient client =
                        user.datasetClient(user.createDataset("Films").datasetHash())) {
            assertThat(snippets.journal(client, List.of(film()), folder.resolve("films.journal")))
                    .isTrue();

            assertThat(printed()).startsWith("1 of 1 were in before");
            assertThat(client.getDataset().dataRows()).hasSize(1);
        }
    }

    @Test
    void theProgramOfTheFirstUploadUploads() throws IOException {
        Path key = Files.writeString(folder.resolve("id_ed25519"), person.sshPrivateKey());

        FirstUpload.main(new String[] {server.url(), key.toString(), film().toString()});

        try (EncordUserClient user = user();
                EncordDatasetClient client =
                        user.datasetClient(user.getDatasets().get(0).datasetHash())) {
            assertThat(client.getDataset().dataRows())
                    .extracting(DataRow::title)
                    .containsExactly("film.mp4");
        }
    }

    @Test
    void theReEncodeIsAwaited() throws IOException {
        try (EncordUserClient user = user();
                EncordDatasetClient client =
                        user.datasetClient(user.createDataset("Films").datasetHash())) {
            Video video = client.uploadVideo(film());

            assertThat(snippets.reEncode(client, video)).isEqualTo(1);
            assertThat(printed()).contains(video.dataHash() + " is at ");
        }
    }

    @Test
    void aFolderGoesIntoTheStorageIntoADatasetAndBack() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        Path gulls = Files.createDirectory(images.resolve("gulls"));
        Path copies = Files.createDirectory(folder.resolve("copies"));
        try (InputStream sample = ReadmeTest.class.getResourceAsStream("/quickstart/sample.mp4")) {
            Files.write(gulls.resolve("gull.mp4"), sample.readAllBytes());
        }
        Files.write(images.resolve("coast.png"), PNG);

        List<UUID> items;
        try (EncordUserClient user = user()) {
            items = snippets.storage(user, images, copies);
            assertThat(user.storage().getItems(items, false))
                    .allSatisfy(item -> assertThat(item.linkedRows()).isEqualTo(1));
        }

        assertThat(items).hasSize(2);
        assertThat(copies.resolve(items.get(0) + "-coast.png")).hasBinaryContent(PNG);
        assertThat(copies.resolve(items.get(1) + "-gull.mp4")).hasSameBinaryContentAs(gulls.resolve("gull.mp4"));
    }

    @Test
    void privateDataBecomesRows() {
        try (EncordUserClient user = user()) {
            assertThat(snippets.privateData(user).rows()).hasSize(2);
        }
    }

    @Test
    void anErrorIsTold() {
        try (EncordUserClient user = user();
                EncordUserClient stranger = client(server.defaultWorld().newUser("stranger@example.com"))) {
            String dataset =
                    user.createDataset("Films", DatasetOptions.ofDefaults()).datasetHash();
            try (EncordDatasetClient client = stranger.datasetClient(dataset)) {
                snippets.errors(client, "b3b8acd0-e0c6-45fb-8a52-2c5f0a1e9d11");
            }
        }
        assertThat(printed()).startsWith("Not a member of the dataset: ");
    }

    @Test
    void patienceIsAMatterOfOptions() {
        assertThat(snippets.patience().retryPolicy().maxAttempts()).isEqualTo(8);
        assertThat(snippets.patience().domain()).isEqualTo("https://api.us.encord.com");
    }

    private EncordUserClient user() {
        return client(person);
    }

    private EncordUserClient client(FakeUser of) {
        return EncordUserClient.builder()
                .sshKey(of.sshPrivateKey())
                .options(ClientOptions.builder().domain(server.url()).build())
                .build();
    }

    private Path film() throws IOException {
        Path film = folder.resolve("film.mp4");
        try (InputStream sample = ReadmeTest.class.getResourceAsStream("/quickstart/sample.mp4")) {
            Files.copy(sample, film);
        }
        return film;
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Stream<String> markedCode(Path source) {
        try {
            return MARKED.matcher(Files.readString(source))
                    .results()
                    .map(part -> part.group(1).stripIndent().strip());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + source, e);
        }
    }
}

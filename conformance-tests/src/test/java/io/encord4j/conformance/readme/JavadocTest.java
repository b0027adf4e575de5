package io.encord4j.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.ClientOptions;
import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.DataType;
import io.encord4j.DatasetScope;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordStorage;
import io.encord4j.EncordUserClient;
import io.encord4j.FileContent;
import io.encord4j.ItemType;
import io.encord4j.ProgressPrinter;
import io.encord4j.UploadFailedException;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.UploadedData;
import io.encord4j.UploadedItem;
import io.encord4j.conformance.scenario.Samples;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Javadoc of the client shows is compiled, is run, and is the same text; what the README shows of the client stands there too. */
class JavadocTest {

    private static final Path SNIPPETS = Path.of("src/test/java/io/encord4j/conformance/readme");
    private static final Path CLIENT = Path.of("../client/src/main/java/io/encord4j");
    private static final Pattern EXAMPLE = Pattern.compile("\\* <pre>\\{@code\n(.*?)\n *\\* }</pre>", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("// (?:README|Javadoc)\n(.*?)\n *// end", Pattern.DOTALL);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private FakeEncordServer server;
    private FakeUser person;
    private EncordUserClient user;
    private EncordDatasetClient client;
    private JavadocSnippets snippets;

    @BeforeEach
    void start() {
        server = FakeEncordServer.start();
        person = server.defaultWorld().newUser("reader@example.com");
        ClientOptions options = ClientOptions.builder().domain(server.url()).build();
        user = EncordUserClient.builder()
                .sshKey(person.sshPrivateKey())
                .options(options)
                .build();
        client = user.datasetClient(user.createDataset("Birds at dawn").datasetHash());
        snippets = new JavadocSnippets(options, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        user.close();
        server.close();
    }

    @Test
    void everyExampleOfTheJavadocIsCodeOfATestAndTheOtherWayRound() throws IOException {
        List<String> code = new ArrayList<>(marked("JavadocSnippets.java"));
        code.addAll(marked("ClientSnippets.java"));

        assertThat(examples().values().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(code);
    }

    @Test
    void theTypesThatAUserMeetsFirstShowAnExample() throws IOException {
        assertThat(examples())
                .containsKeys(
                        "ClientOptions",
                        "DataGroup",
                        "DataRowFilter",
                        "DatasetFilter",
                        "DatasetRows",
                        "DatasetUploads",
                        "DatasetWork",
                        "EncordDatasetClient",
                        "EncordException",
                        "EncordStorage",
                        "EncordUserClient",
                        "Operation",
                        "PrivateFiles",
                        "RetryPolicy",
                        "UploadFailedException");
    }

    @Test
    void aKeyIsMadeAndUsed() throws IOException {
        String key = snippets.key(user, client.datasetHash()).key();

        assertThat(user.getDatasetApiKeys(client.datasetHash()))
                .anySatisfy(made ->
                        assertThat(made.scopes()).containsExactlyInAnyOrder(DatasetScope.READ, DatasetScope.WRITE));
        snippets.withApiKey(client.datasetHash(), key, film("film.mp4"));

        assertThat(printed()).isEqualToIgnoringNewLines("film.mp4");
    }

    @Test
    void bytesThatWereStagedBecomeARow() throws IOException {
        Path image = new Samples(folder).image("shelf.png", 4, 4, 7);

        UploadReport<UploadedData> report = snippets.staged(client, new FileContent() {
            @Override
            public String name() {
                return "shelf.png";
            }

            @Override
            public long size() {
                return image.toFile().length();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(image);
            }
        });

        assertThat(report.created()).extracting(UploadedData::title).containsExactly("shelf");
    }

    @Test
    void manyFilesBecomeRowsThatAreReadInEveryWay() throws IOException {
        List<Path> films = List.of(film("a.mp4"), film("b.mp4"));

        assertThat(snippets.manyVideos(client, films).isComplete()).isTrue();
        snippets.stream(client);

        assertThat(printed()).contains(" a.mp4", " b.mp4");
        assertThat(snippets.background(client)).containsExactlyInAnyOrder("a.mp4", "b.mp4");
        assertThat(client.listDataRows(snippets.rows()))
                .hasSize(2)
                .extracting(DataRow::dataType)
                .containsOnly(DataType.VIDEO);
        String dataHash = client.listDataRows(snippets.rows()).get(0).dataHash();
        snippets.update(client, dataHash);
        assertThat(client.getDataRow(
                                dataHash,
                                DataRowExtras.builder()
                                        .signedUrl(true)
                                        .imageSignedUrls(true)
                                        .clientMetadata(true)
                                        .build())
                        .clientMetadata())
                .containsEntry("camera", "north");
    }

    @Test
    void aFolderIsUploadedWithWhatIsBelowItAndItsProgressIsDrawn() throws IOException {
        Files.createDirectory(folder.resolve("north"));
        film("north/a.mp4");
        Files.writeString(folder.resolve("notes.txt"), "none");

        assertThat(snippets.tree(client, folder).created())
                .extracting(UploadedData::title)
                .containsExactly("north/a.mp4");

        assertThat(printed()).contains("100%", "1 of 1 files").endsWith("notes.txt: It is no video or image.\n");
        assertThat(JavadocSnippets.progress().progressListener()).isInstanceOf(ProgressPrinter.class);
    }

    @Test
    void itemsOfTheStorageAreChangedTogetherAndShownSideBySide() throws IOException {
        EncordStorage storage = user.storage();
        UUID dock = storage.createFolder("Dock").uuid();
        List<UUID> items = storage
                .uploadVideos(dock, List.of(film("heron.mp4"), film("Grey heron.mp4")), UploadOptions.ofDefaults())
                .created()
                .stream()
                .map(UploadedItem::itemUuid)
                .toList();

        assertThat(snippets.reviewed(storage, dock))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.clientMetadata()).containsEntry("reviewed", true));
        assertThat(storage.getItem(snippets.sideBySide(storage, dock, items).get(0)))
                .satisfies(group -> {
                    assertThat(group.itemType()).isEqualTo(ItemType.GROUP);
                    assertThat(group.name()).isEqualTo("The dock at noon");
                });
    }

    @Test
    void aGroupThatCannotBeMadeNamesItsFilesWithEachAttempt() throws IOException {
        Path image = Files.writeString(folder.resolve("a.png"), "no image");

        assertThatExceptionOfType(UploadFailedException.class)
                .isThrownBy(() -> snippets.secondAttempt(client, List.of(image)));

        assertThat(printed()).contains("a.png: ");
    }

    @Test
    void filtersSettingsAndListsAreMade() {
        assertThat(user.getDatasets(snippets.datasets())).hasSize(1);
        assertThat(JavadocSnippets.settings().domain()).isEqualTo("https://api.us.encord.com");
        assertThat(client.addPrivateData(user.getCloudIntegrations().get(0).id(), JavadocSnippets.privateFiles())
                        .rows())
                .hasSize(2);
    }

    private Path film(String name) throws IOException {
        Path film = folder.resolve(name);
        try (InputStream sample = JavadocTest.class.getResourceAsStream("/quickstart/sample.mp4")) {
            Files.copy(sample, film);
        }
        return film;
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<String> marked(String source) throws IOException {
        return MARKED.matcher(Files.readString(SNIPPETS.resolve(source)))
                .results()
                .map(part -> part.group(1).stripIndent().strip())
                .toList();
    }

    /** The examples by the type that shows them. */
    private static Map<String, List<String>> examples() throws IOException {
        Map<String, List<String>> examples = new TreeMap<>();
        try (Stream<Path> sources = Files.list(CLIENT)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                List<String> shown = EXAMPLE.matcher(Files.readString(source))
                        .results()
                        .map(JavadocTest::withoutMargin)
                        .toList();
                if (!shown.isEmpty()) {
                    examples.put(source.getFileName().toString().replace(".java", ""), shown);
                }
            }
        }
        return examples;
    }

    private static String withoutMargin(MatchResult example) {
        return example.group(1)
                .lines()
                .map(line -> line.replaceFirst("^ *\\* ?", ""))
                .reduce("", (text, line) -> text + line + "\n")
                .stripIndent()
                .strip();
    }
}

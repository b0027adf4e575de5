package io.encord4j.fake.browser;

import static io.encord4j.fake.browser.SampleWorld.DATASET;
import static io.encord4j.fake.browser.SampleWorld.FOLDER;
import static io.encord4j.fake.browser.SampleWorld.HOSTILE;
import static io.encord4j.fake.browser.SampleWorld.START;
import static io.encord4j.fake.browser.SampleWorld.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.UploadPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
class ConsoleInBrowserTest {

    private static final String LIST = "/v2/public/datasets/list";

    private final Browser browser;
    private FakeEncordServer server;
    private FakeWorld world;
    private TestClient client;

    ConsoleInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void startServer() {
        server = FakeEncordServer.builder().deterministic().start();
        client = new TestClient(server);
        world = server.newWorld("films");
        SampleWorld.fill(world);
    }

    @AfterEach
    void findNoErrorAndStopServer() {
        List<String> errors = browser.consoleErrors();
        browser.open("about:blank");
        server.close();
        assertThat(errors).isEmpty();
    }

    @Test
    void showsARowOfEachKindWithPicturesAndFilmsThatPlay() {
        show("data");
        browser.follow("Highway cameras");
        SampleWorld.titles().forEach(browser::awaitText);
        browser.awaitText("In a bucket");
        browser.awaitTrue("return [...document.querySelectorAll('.card img')].length >= 4"
                + " && [...document.querySelectorAll('.card img')].every(image => image.naturalWidth > 0)");
        browser.run("const film = document.querySelector('video'); film.muted = true; film.play().catch(() => {});");
        browser.awaitTrue("return document.querySelector('video').currentTime > 0");
    }

    @Test
    void leavesJournalAndFaultsAloneWhileItShowsFiles() {
        show("data/" + DATASET);
        browser.awaitTrue("return [...document.querySelectorAll('.card img')].some(image => image.naturalWidth > 0)");
        assertThat(world.journal().entries()).isEmpty();
    }

    @Test
    void showsFoldersAndItems() {
        show("storage");
        browser.follow("Deliveries " + HOSTILE);
        browser.awaitText("dock.png");
        browser.follow("January");
        browser.awaitText("Nothing is in this folder");
        browser.follow("Folders");
        browser.awaitText("mirror dataset");
    }

    @Test
    void leavesMarkupInTitlesText() {
        show("data");
        browser.awaitText(HOSTILE);
        show("data/" + DATASET);
        browser.awaitText(HOSTILE);
        show("storage/" + FOLDER);
        browser.awaitText(HOSTILE);
        assertThat(browser.run("return window.hit")).isNull();
    }

    @Test
    void armsAFaultThatStrikesAndShowsItsReceipt() {
        FakeUser ada = world.credentials(USER);
        show("faults");
        browser.find("select[name=operation]").sendKeys("listDatasets");
        browser.find("select[name=effect]").sendKeys("an HTTP status");
        browser.press("Arm");
        browser.awaitText("before handling `listDatasets`");
        browser.awaitText("waiting");

        assertThat(client.get(LIST, ada).statusCode()).isEqualTo(503);

        browser.awaitText("struck 1×");
        browser.follow("#1 listDatasets");
        browser.awaitText("1 of 1 shown");
    }

    @Test
    void endsAReEncodeByTheClock() {
        show("work");
        browser.awaitText("submitted");
        show("clock");
        browser.press("+ 1 h");
        browser.awaitText("2026-01-01 01:00:00 UTC");
        show("work");
        browser.awaitText("done");
        assertThat(browser.text()).doesNotContain("submitted");
    }

    @Test
    void freezesTheClockAndLetsItRun() {
        show("clock");
        browser.awaitText("frozen");
        browser.press("Let it run");
        browser.awaitText("running");
        assertThat(world.clock().instant()).isAfter(START.plusSeconds(60));
        browser.press("Freeze");
        browser.awaitText("frozen");
    }

    @Test
    void endsJobsAndTasksByHand() {
        FakeUser ada = world.credentials(USER);
        world.setUploads(new UploadPlan(new Completion.ByHand(), Map.of()));
        Map<?, ?> integration = (Map<?, ?>) TestClient.list(client.get("/v2/public/cloud-integrations", ada), "result")
                .get(0);
        String started = client.rest(
                        "POST",
                        "/v2/public/storage/folders/" + FOLDER + "/data-upload-jobs",
                        "{\"externalFiles\": {\"images\": [{\"objectUrl\": \"https://b/i.png\"}]}, \"integrationHash\": \""
                                + integration.get("integrationUuid") + "\", \"ignoreErrors\": true}",
                        ada)
                .body();
        show("work");
        browser.awaitText("pending");
        browser.pressNamed("Finish job " + started.replace("\"", ""));
        browser.awaitText("That was the end of job");
        browser.pressNamed("Fail task 3");
        browser.awaitText("error");
        assertThat(browser.text()).doesNotContain("pending").doesNotContain("submitted");
    }

    @Test
    void followsTheJournalAndFiltersIt() {
        FakeUser ada = world.credentials(USER);
        show("journal");
        browser.awaitText("Nothing was asked");

        client.rest("POST", "/v2/public/datasets", "{\"title\": 7}", ada);
        browser.awaitText("createDataset");
        client.get(LIST, ada);
        browser.awaitText("listDatasets");

        browser.find("input[type=search]").sendKeys("listDatasets");
        browser.awaitText("1 of 2 shown");
        assertThat(browser.text()).doesNotContain("createDataset");
        browser.pressFirstExchange();
        browser.awaitText("SHA-256");
    }

    @Test
    void showsWhatWasSentAndWhyItWasRefused() {
        FakeUser ada = world.credentials(USER);
        show("journal");
        browser.tick("Keep bodies");
        browser.awaitText("The journal keeps bodies from now on.");
        client.rest("POST", "/v2/public/datasets", "{\"title\": 7}", ada);
        browser.awaitText("createDataset");
        assertThat(browser.find(".message").getText()).isNotBlank();
        browser.pressFirstExchange();
        browser.awaitText("\"title\": 7");
    }

    @Test
    void givesCredentialsThatWork() {
        show("users");
        browser.press("Give");
        browser.awaitText("Credentials of user@example.com");
        String token = browser.find("dl code").getText();
        assertThat(client.send(client.restRequest("GET", LIST, "").header("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesSeedFilesAndGivesExports(@TempDir Path folder) throws IOException {
        Path seed = Files.writeString(folder.resolve("seed.json"), dataset("From a file"));
        show("seed");
        browser.find("input[type=file]").sendKeys(seed.toAbsolutePath().toString());
        browser.awaitText("seed.json is in the world");
        browser.run(
                "const dropped = new DataTransfer(); dropped.items.add(new File([arguments[0]], 'dropped.json'));"
                        + "document.querySelector('.drop').dispatchEvent("
                        + "new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));",
                dataset("Dropped"));
        browser.awaitText("dropped.json is in the world");
        show("data");
        browser.awaitText("From a file");
        browser.awaitText("Dropped");

        Path export = browser.download(folder, "films.json", () -> {
            show("seed");
            browser.press("Save the export");
        });
        FakeWorld copy = server.newWorld("copy");
        copy.seed(Files.readString(export));
        assertThat(copy.export()).contains("From a file", "Dropped");
    }

    @Test
    void makesForksAndRemovesWorlds() {
        show("data");
        browser.press("Fork");
        browser.awaitText("This is a copy of the world.");
        String fork = browser.find("h1").getText();
        assertThat(server.world(fork)).isPresent();

        browser.press("Remove");
        browser.find("dialog button[value=yes]").click();
        browser.awaitText(fork + " is gone.");
        assertThat(server.world(fork)).isEmpty();
    }

    @Test
    void asksForTheControlTokenIfThereIsOne() {
        try (FakeEncordServer guarded =
                FakeEncordServer.builder().controlToken("open sesame").start()) {
            browser.open(guarded.url() + "/");
            browser.find("input[name=token]").sendKeys("open sesame");
            browser.press("Use it");
            browser.awaitText("No datasets yet");
            browser.open("about:blank");
        }
        assertThat(browser.consoleErrors()).allMatch(error -> error.contains("401"));
    }

    private void show(String view) {
        browser.open(server.url() + "/#films/" + view);
        browser.find(".tabs a[href='#films/" + view.replaceAll("/.*", "") + "'][aria-current]");
    }

    private static String dataset(String title) {
        return "{\"datasets\": [{\"title\": \"" + title + "\", \"owner\": \"" + USER + "\"}]}";
    }
}

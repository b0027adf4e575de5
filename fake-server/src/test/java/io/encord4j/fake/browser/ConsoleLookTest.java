package io.encord4j.fake.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Each view at two sizes and in both colours, for people who see, hear or feel it. Screenshots are in target/console. */
@BrowserTest
class ConsoleLookTest {

    private static FakeEncordServer server;

    private final Browser browser;

    ConsoleLookTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    static void startServer() {
        server = FakeEncordServer.builder().deterministic().start();
        FakeWorld world = server.newWorld("films");
        SampleWorld.fill(world);
        world.arm(Fault.on("deleteData").beforeHandling(new Effect.Reset()));
        world.arm(Fault.on("listDatasets").fromCall(2).beforeHandling(new Effect.Status(503)));
        FakeUser ada = world.credentials(SampleWorld.USER);
        world.journal().keepBodies(true);
        TestClient client = new TestClient(server);
        client.get("/v2/public/datasets/list", ada);
        client.rest("POST", "/v2/public/datasets", "{\"title\": 7}", ada);
        client.get("/v2/public/datasets/list", ada);
        client.anonymous("GET", "/v2/public/datasets/" + SampleWorld.DATASET);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @AfterEach
    void asBefore() {
        browser.open("about:blank");
        browser.scheme("light");
        browser.size(1280, 900);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "data/" + SampleWorld.DATASET,
                "storage",
                "storage/" + SampleWorld.FOLDER,
                "work",
                "journal",
                "faults",
                "clock",
                "users",
                "seed"
            })
    void fitsIsReadableAndAccessible(String view) {
        show(view);
        if (view.equals("journal")) {
            browser.pressFirstExchange();
        }
        String name = view.replaceAll("/.*", "-of-one");
        look(name, 1280, "light");
        assertAccessible();
        look(name, 1280, "dark");
        look(name, 400, "light");
        look(name, 400, "dark");
        assertAccessible();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private void look(String name, int width, String colours) {
        browser.size(width, 900);
        browser.scheme(colours);
        browser.screenshot(name + "-" + width + "-" + colours);
        assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .as("it fits at %s", width)
                .isTrue();
    }

    private void assertAccessible() {
        assertThat(browser.accessibilityViolations()).isEmpty();
    }

    @Test
    void isUsedByKeyboard() {
        show("data");
        browser.keys(Keys.TAB);
        assertThat(browser.focused()).isEqualTo("Skip to content");
        browser.keys(Keys.ENTER);
        browser.tabTo("Clock");
        browser.keys(Keys.ENTER);
        browser.awaitText("It stands still");
        browser.tabTo("+ 1 min");
        browser.keys(Keys.ENTER);
        browser.awaitText("2026-01-01 00:01:00 UTC");
        browser.awaitTrue("return document.activeElement.textContent === '+ 1 min'");
    }

    private void show(String view) {
        browser.open(server.url() + "/#films/" + view);
        browser.find(".tabs a[href='#films/" + view.replaceAll("/.*", "") + "'][aria-current]");
        browser.awaitTrue("return [...document.images].filter(image => image.getBoundingClientRect().top < innerHeight)"
                + ".every(image => image.complete)");
    }
}

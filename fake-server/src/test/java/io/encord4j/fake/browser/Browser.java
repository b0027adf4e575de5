package io.encord4j.fake.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine, without a window and with a new profile. Whatever a test waits for may take its time. */
final class Browser implements AutoCloseable {

    /** Leads to the loopback address, as the name of an attacker's page would. */
    static final String NAME_THAT_LEADS_HERE = "rebound.example";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target", "console");
    private static final int MOST_TABS = 60;

    private final ChromeDriver driver;
    private final Path folder;

    private Browser(ChromeDriver driver, Path folder) {
        this.driver = driver;
        this.folder = folder;
        driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
        size(1280, 900);
    }

    /** Tells whether this machine has a browser and its driver. */
    static boolean isInstalled() {
        return onPath("chromedriver").isPresent() && chromium().isPresent();
    }

    static Browser start() throws IOException {
        Path folder = Files.createTempDirectory("encord4j-browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium().orElseThrow().toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + folder.resolve("profile"),
                "--host-resolver-rules=MAP " + NAME_THAT_LEADS_HERE + " 127.0.0.1");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("TMPDIR", folder.toString(), "HOME", folder.toString()))
                .build();
        return new Browser(new ChromeDriver(service, options), folder);
    }

    /** Loads a page anew, also one that differs from the present one only behind the {@code #}. */
    void open(String url) {
        driver.get("about:blank");
        driver.get(url);
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        // A window cannot become as narrow as a phone.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void scheme(String colours) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** Finds an element as soon as there is one. */
    WebElement find(String css) {
        return find(By.cssSelector(css));
    }

    private WebElement find(By by) {
        await(() -> !driver.findElements(by).isEmpty(), by.toString());
        return driver.findElement(by);
    }

    /** Presses the button with a text. */
    void press(String text) {
        click(By.xpath("//button[normalize-space()='" + text + "']"));
    }

    /** Presses the button with a name that is not its text. */
    void pressNamed(String name) {
        click(By.xpath("//button[@aria-label='" + name + "']"));
    }

    /** Follows the link with a text. */
    void follow(String text) {
        click(By.xpath("//main//a[normalize-space()=\"" + text + "\"]"));
    }

    /** Opens or closes the first entry of the journal. */
    void pressFirstExchange() {
        click(By.cssSelector(".exchange summary"));
    }

    /** Ticks the box with a text. */
    void tick(String text) {
        click(By.xpath("//label[normalize-space()='" + text + "']/input"));
    }

    private void click(By by) {
        await(
                () -> {
                    driver.findElement(by).click();
                    return true;
                },
                by.toString());
    }

    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses the tab key until what begins with a text has the focus. */
    void tabTo(String text) {
        for (int i = 0; i < MOST_TABS && !focused().startsWith(text); i++) {
            keys(Keys.TAB);
        }
        assertThat(focused()).startsWith(text);
    }

    String focused() {
        return (String) run("return document.activeElement.textContent.trim()");
    }

    /** Waits until the page shows a text. */
    void awaitText(String text) {
        try {
            await(() -> text().contains(text), text);
        } catch (AssertionError e) {
            throw new AssertionError("The page does not show '" + text + "' but\n" + text(), e);
        }
    }

    /** Waits until a script says so. */
    void awaitTrue(String script) {
        await(() -> Boolean.TRUE.equals(run(script)), script);
    }

    String text() {
        return (String) run("return document.body.innerText");
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    private static void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
        }
    }

    /** The page may be drawing what the condition looks at. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (WebDriverException redrawn) {
            return false;
        }
    }

    /** Does what makes the browser save a file, and gives the file. */
    Path download(Path folder, String name, Runnable save) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        save.run();
        Path file = folder.resolve(name);
        await(() -> Files.isRegularFile(file), name);
        return file;
    }

    /** Lists what the browser complained about since this was asked last. */
    List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::toString)
                .toList();
    }

    /** Lists what axe-core finds wrong, each with some of its elements. */
    List<?> accessibilityViolations() {
        if (Boolean.FALSE.equals(run("return 'axe' in window"))) {
            run(resource("/axe.min.js"));
        }
        return (List<?>) runAsync("const done = arguments[0];"
                + "axe.run(document).then(all => done(all.violations.map(one =>"
                + " one.id + ': ' + one.nodes.map(node => node.html).slice(0, 5).join(' | '))),"
                + " failure => done([String(failure)]));");
    }

    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        await(() -> isDeleted(folder), "the end of the browser, which writes into " + folder);
    }

    private static boolean isDeleted(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            return false; // Something was deleted or made meanwhile.
        }
        return !Files.exists(folder);
    }

    private static String resource(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> onPath(name).stream())
                .findFirst();
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

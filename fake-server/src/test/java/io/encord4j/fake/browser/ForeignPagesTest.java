package io.encord4j.fake.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.internal.control.ControlClient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What web pages that are not the server's own can do to it: nothing. */
@BrowserTest
class ForeignPagesTest {

    private final Browser browser;
    private FakeEncordServer server;
    private FakeWorld world;
    private HttpServer foreign;

    ForeignPagesTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void start() throws IOException {
        server = FakeEncordServer.start();
        world = server.newWorld("films");
        SampleWorld.fill(world);
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>Foreign</title>".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(page);
            }
        });
        foreign.start();
    }

    @AfterEach
    void nothingHasChanged() {
        browser.open("about:blank");
        browser.consoleErrors(); // What the browser says about the attempts is for nobody.
        foreign.stop(0);
        assertThat(server.world("theirs")).isEmpty();
        assertThat(world.clock().instant()).isEqualTo(SampleWorld.START);
        assertThat(world.export()).contains("Highway cameras");
        server.close();
    }

    @Test
    void neitherReadNorChangeWhatIsOnAnotherOrigin() {
        browser.open("http://localhost:" + foreign.getAddress().getPort() + "/");
        assertThat(browser.runAsync(ATTACK, server.url())).isEqualTo(List.of("refused", "refused", "nothing"));
        browser.open("http://127.0.0.1:" + foreign.getAddress().getPort() + "/");
        assertThat(browser.runAsync(ATTACK, server.url())).isEqualTo(List.of("refused", "refused", "nothing"));
    }

    @Test
    void gainNothingByANameThatLeadsHere() {
        String rebound = "http://" + Browser.NAME_THAT_LEADS_HERE + ":" + server.port();
        browser.open(rebound + "/");
        browser.awaitText("host name");
        assertThat(
                        (String)
                                browser.runAsync(
                                        "const done = arguments[0];"
                                                + "fetch('/_fake/worlds/films/export').then(answer => answer.text()).then(done, () => done('refused'))"))
                .contains("host name")
                .doesNotContain("Highway");
        browser.runAsync(ATTACK, rebound);
    }

    @Test
    void doNotRunWhenTheyWereUploaded() {
        Map<String, Object> rows =
                new ControlClient(server).ok("GET", "/worlds/films/datasets/" + SampleWorld.DATASET + "/rows", "");
        String url = ((List<?>) rows.get("rows"))
                .stream()
                        .map(row -> (Map<?, ?>) row)
                        .filter(row -> row.get("title").equals(SampleWorld.HOSTILE))
                        .map(row -> (String) ((Map<?, ?>) ((List<?>) row.get("files")).get(0)).get("url"))
                        .findFirst()
                        .orElseThrow();
        browser.open(url);
        assertThat(browser.run("return document.title")).isEqualTo("innocent");
    }

    private static final String ATTACK = """
            const [base, done] = arguments;
            const send = (method, path, body) =>
                fetch(base + path, {method, mode: method === 'POST' ? 'no-cors' : 'cors', body}).catch(() => {});
            (async () => {
              await send('POST', '/_fake/worlds', '{"id": "theirs"}');
              await send('POST', '/_fake/worlds/films/reset', '');
              await send('POST', '/_fake/worlds/films/clock/advance', '{"by": "PT1H"}');
              await send('DELETE', '/_fake/worlds/films');
              const read = path => fetch(base + path).then(answer => answer.ok ? 'read' : 'refused', () => 'refused');
              const world = await read('/_fake/worlds/films/export');
              const page = await read('/');
              const frame = document.createElement('iframe');
              frame.src = base + '/';
              const loaded = new Promise(resolve => frame.addEventListener('load', resolve));
              document.body.append(frame);
              await loaded;
              let framed = 'nothing';
              try { framed = frame.contentDocument?.querySelector('header') ? 'readable' : 'nothing'; } catch (refused) {}
              return [world, page, framed];
            })().then(done, failure => done([String(failure)]));
            """;
}

package io.encord4j.fake.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true));

    @TempDir
    Path directory;

    @Test
    void refusesFilesThatCannotBeMeant() throws Exception {
        Path huge = Files.write(directory.resolve("huge"), new byte[100_000]);
        Path marked = Files.writeString(directory.resolve("marked"), "\uFEFF{}");

        assertThat(console.run("--port", "0", "--public-key", "@" + huge)).isEqualTo(2);
        assertThat(err.toString()).contains("--public-key " + huge + " has more than 65536 bytes");
        assertThat(console.run("--port", "0", "--seed-file", marked.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("begins with a byte order mark");
    }

    @Test
    void removesThePortFileOfAnEarlierRun() throws Exception {
        Path portFile = Files.writeString(directory.resolve("port"), "1234\n");

        assertThat(console.run("--port", "0", "--port-file", portFile.toString(), "--clock", "1900-01-01T00:00:00Z"))
                .isEqualTo(2);

        assertThat(portFile).doesNotExist();
    }

    @Test
    void showsHelpAndVersion() {
        assertThat(console.run("--help")).isZero();
        assertThat(out.toString()).contains("--port").contains("--strict-keys").contains("Exit codes");
        assertThat(console.run("--version")).isZero();
        assertThat(out.toString()).contains("encord4j-fake-server ");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port|abc",
                "--port|70000",
                "--seed|x",
                "--clock|tomorrow",
                "--clock|real,soon",
                "--memory-limit|much",
                "--http-status|201",
                "--re-encode|polls=x",
                "--public-url|ftp://x",
                "--public-url|http://x/path",
                "--public-url|http://a b",
                "--public-key|nonsense",
                "--storage-dir|pom.xml",
                "--public-key|ssh-ed25519 AAAA",
                "--public-key|@/no/such/file",
                "--seed-file|/no/such/file",
                "--host|no.such.host.invalid"
            })
    void refusesAnOptionThatMakesNoSenseInOneLine(String option, String value) {
        assertThat(console.run(
                        "--port=0",
                        option.equals("--port") ? "--log" : "--port-file=" + directory.resolve("p"),
                        option,
                        value))
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("encord4j-fake-server: ");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "extra"})
    void refusesWhatIsNoOption(String argument) {
        assertThat(console.run(argument)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(argument);
    }

    @Test
    void saysThatThePortIsTaken() {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            assertThat(console.run("--port", String.valueOf(server.port()))).isEqualTo(2);
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(err.toString()).contains("127.0.0.1:" + server.port());
        }
    }

    @Test
    void servesUntilItIsStopped() throws Exception {
        try (Running server = run("--log", "--deterministic")) {
            HttpResponse<String> answer = server.get("/v2/public/x");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Date")).hasValue("Thu, 01 Jan 2026 00:00:00 GMT");
        }
        assertThat(out.toString()).contains("default #1 /v2/public/x GET /v2/public/x -> 401");
    }

    @Test
    void logsWhyARequestWasRefusedAndWhatItSaid() throws Exception {
        try (Running server = run("--log", "--journal-bodies")) {
            server.send(HttpRequest.newBuilder(server.uri("/public"))
                    .header("Authorization", "not-a-key-of-anybody")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"query_type\": \"dataset\"}")));
        }
        assertThat(out.toString())
                .contains("-> 401 AUTHENTICATION_ERROR \"")
                .contains("\n    >> {\"query_type\": \"dataset\"}")
                .doesNotContain("not-a-key-of-anybody");
    }

    @Test
    void stopsByItselfAfterACheck() {
        assertThat(console.run("--port", "0", "--check")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tellsNobodyThePortOfACheck() {
        Path portFile = directory.resolve("port");

        assertThat(console.run("--port=0", "--check", "--port-file=" + portFile))
                .isZero();

        assertThat(portFile).doesNotExist();
    }

    @Test
    void leavesNoDraftOfAPortFileThatCannotBeWritten() throws Exception {
        Path taken = Files.createDirectory(directory.resolve("port"));
        Files.createFile(taken.resolve("something"));

        assertThat(console.run("--port=0", "--port-file=" + taken)).isEqualTo(2);

        assertThat(err.toString()).contains("Cannot write the port file");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--clock|2026-03-12T07:20:00Z,PT10S",
                "--clock|frozen",
                "--clock|real",
                "--re-encode|now",
                "--re-encode|hand",
                "--re-encode|polls=3,fail",
                "--re-encode|PT30S",
                "--http-status|envelope",
                "--public-url|https://fake.example:8443",
                "--memory-limit|64m",
                "--host|127.0.0.1",
                "--seed|7",
                "--control-token|secret"
            })
    void takesEveryDocumentedValue(String option, String value) throws Exception {
        try (Running server = run(option, value, "--strict-keys", "--trust-forwarded")) {
            assertThat(server.get("/v2/public/datasets/list").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void answersRpcErrorsWith200IfToldTo() throws Exception {
        try (Running server = run("--http-status", "200", "--storage-dir", directory.toString())) {
            HttpResponse<String> answer = server.send(HttpRequest.newBuilder(server.uri("/public"))
                    .header("Authorization", "nobody")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("AUTHENTICATION_ERROR");
        }
    }

    @Test
    void fillsTheDefaultWorldFromASeedFile() throws Exception {
        Path seed = Files.writeString(directory.resolve("seed.json"), """
                {"users": [{"email": "ada@example.com"}], "datasets": [{"title": "Seeded", "owner": "ada@example.com"}]}
                """);
        try (Running server = run("--seed-file", seed.toString())) {
            assertThat(server.get("/_fake/worlds/default").body()).contains("\"datasets\":1", "\"users\":1");
        }
    }

    @Test
    void refusesASeedFileThatMakesNoSenseAndSaysWhere() throws Exception {
        Path seed = Files.writeString(directory.resolve("seed.json"), "{\"datasets\": [{\"titel\": \"A\"}]}");
        assertThat(console.run("--port", "0", "--seed-file", seed.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("datasets");
    }

    private Running run(String... options) throws IOException {
        Path portFile = directory.resolve("port");
        List<String> all = new ArrayList<>(List.of("--port", "0", "--port-file", portFile.toString()));
        all.addAll(List.of(options));
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> console.run(all.toArray(String[]::new)));
        while (!Files.exists(portFile)) {
            assertThat(code).as(err::toString).isNotDone();
            Thread.onSpinWait();
        }
        return new Running("http://127.0.0.1:" + Files.readString(portFile).strip(), code);
    }

    /** The program at work, which ends well when it is stopped. */
    private final class Running implements AutoCloseable {

        private final String url;
        private final CompletableFuture<Integer> code;

        Running(String url, CompletableFuture<Integer> code) {
            this.url = url;
            this.code = code;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(uri(path)));
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        }

        URI uri(String path) {
            return URI.create(url + path);
        }

        @Override
        public void close() {
            console.stop();
            assertThat(code.orTimeout(10, TimeUnit.SECONDS).join()).isZero();
            assertThat(out.toString().lines().findFirst()).hasValue("The fake Encord server answers at " + url);
        }
    }
}

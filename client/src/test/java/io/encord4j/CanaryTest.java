package io.encord4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.internal.auth.Vectors;
import io.encord4j.support.EveryCall;
import io.encord4j.support.StubService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs every operation with secrets that are easy to find, through success and every kind of failure, and looks for them in all that comes out. */
@Isolated
class CanaryTest {
    private static final String KEY = "canary-api-key-4711";
    private static final String TOKEN = "canary-bearer-token-4712";
    private static final String URL = "canary-signature-4713";
    private static final String PASSPHRASE = "correct horse battery";
    private static final String ARMOUR =
            Vectors.keyText("id_ed25519_passphrase").lines().skip(1).findFirst().orElseThrow();
    private static final String UUID_TEXT = "d3207fb8-c0dd-5b75-99e6-71c3e9cad573";

    @TempDir
    Path directory;

    private final StubService service = new StubService().storage();
    private final StringBuilder said = new StringBuilder();
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("io.encord4j");
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (!String.valueOf(entry.getLoggerName()).startsWith("mockwebserver3")) {
                note(entry.getMessage());
                say(entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        listener.setLevel(Level.ALL);
        root.addHandler(listener);
        ours.setLevel(Level.ALL);
        successes();
    }

    @AfterEach
    void stop() {
        ours.setLevel(null);
        root.removeHandler(listener);
        service.close();
    }

    @Test
    void noSecretIsInWhatSuccessesSay() throws IOException {
        runEverything(List.of(this::successes));

        assertSilent();
    }

    @Test
    void noSecretIsInWhatFailuresSay() throws IOException {
        Map<String, Function<StubService.Call, MockResponse>> failures = new LinkedHashMap<>();
        failures.put(
                "token",
                call -> StubService.json(
                        404,
                        "{\"status\": 404, \"response\": [\"RESOURCE_NOT_FOUND_ERROR\"], \"payload\": \"no %s here\"}"
                                .formatted(authorisation(call))));
        failures.put(
                "unknown token",
                call -> StubService.json(
                        400,
                        "{\"status\": 400, \"response\": [\"NEW_ERROR\"], \"payload\": {\"key\": \"%s\"}}"
                                .formatted(authorisation(call))));
        failures.put(
                "message", call -> StubService.json(400, "{\"message\": \"bad %s\"}".formatted(authorisation(call))));
        failures.put("no JSON", call -> StubService.json(200, "<html>" + authorisation(call) + "</html>"));
        failures.put(
                "wrong shape",
                call -> StubService.json(
                        200,
                        "{\"status\": 200, \"response\": {\"api_key\": \"%s\", \"result\": \"%s\"}}"
                                .formatted(KEY, TOKEN)));
        failures.put("forbidden", call -> StubService.status(403));
        failures.put("failure", call -> StubService.status(503));
        failures.put(
                "cut",
                call -> new MockResponse.Builder()
                        .onRequestStart(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
        List<Runnable> behaviours = new ArrayList<>();
        failures.values().forEach(failure -> behaviours.add(() -> service.always(failure)));
        // The API answers, but the storage does not.
        behaviours.add(() -> service.always(null)
                .on("PUT storage", call -> StubService.status(403))
                .on("GET storage", call -> StubService.status(500)));
        runEverything(behaviours);

        assertSilent();
        assertThat(said.toString()).contains("RESOURCE_NOT_FOUND_ERROR");
    }

    @Test
    void noSecretIsInWhatIsSaidOfBadCredentials() {
        attempt(() -> EncordUserClient.builder()
                .sshKey(Vectors.keyText("id_ed25519_passphrase"))
                .passphrase("canary-wrong-passphrase-4714".toCharArray())
                .build());
        attempt(() -> EncordUserClient.builder()
                .sshKey(Vectors.keyText("id_ed25519_passphrase"))
                .build());
        attempt(() ->
                EncordUserClient.builder().bearerToken(TOKEN + "\n" + TOKEN).build());
        attempt(() -> EncordDatasetClient.builder()
                .resourceId("d")
                .apiKey(KEY + "\u00e9")
                .build());

        assertSilent();
        assertThat(said.toString())
                .doesNotContain("canary-wrong-passphrase-4714")
                .isNotEmpty();
    }

    /** Makes every call with each kind of credential, once for each way in which the service behaves. */
    private void runEverything(List<Runnable> behaviours) throws IOException {
        ClientOptions options = service.options()
                .retryPolicy(
                        RetryPolicy.builder().maxAttempts(2).backoffFactor(0).build())
                .build();
        try (EncordUserClient user = EncordUserClient.builder()
                        .sshKey(Vectors.keyText("id_ed25519_passphrase"))
                        .passphrase(PASSPHRASE.toCharArray())
                        .options(options)
                        .build();
                EncordUserClient bearer = EncordUserClient.builder()
                        .bearerToken(TOKEN)
                        .options(options)
                        .build();
                EncordDatasetClient withKey = EncordDatasetClient.builder()
                        .resourceId("d")
                        .apiKey(KEY)
                        .options(options)
                        .build()) {
            say(user, bearer, withKey, options);
            for (Runnable behaviour : behaviours) {
                behaviour.run();
                everythingOf(user);
                everythingOf(bearer.datasetClient("d"));
                everythingOf(withKey);
            }
        }
    }

    private void everythingOf(EncordUserClient user) {
        EveryCall.ofUser().values().forEach(call -> attempt(() -> call.apply(user)));
    }

    private void everythingOf(EncordDatasetClient dataset) throws IOException {
        List<Path> files = List.of(
                Files.writeString(directory.resolve("a.png"), "x"), Files.writeString(directory.resolve("b.png"), "y"));
        UploadOptions heard = UploadOptions.builder()
                .onProgress(this::say)
                .timeout(Duration.ZERO)
                .build();
        EveryCall.ofDataset(files, service.url("/storage/x?X-Signature=" + URL), heard)
                .values()
                .forEach(call -> attempt(() -> call.apply(dataset)));
    }

    private void successes() {
        String signed = service.url("/storage/x?X-Signature=" + URL);
        String row = StubService.row("h", "t")
                .replace("\"duration\": 1", "\"duration\": 1, \"signed_url\": \"" + signed + "\"");
        String key =
                "{\"resource_hash\": \"d\", \"api_key\": \"%s\", \"title\": \"\", \"key_hash\": \"k\", \"scopes\": []}"
                        .formatted(KEY);
        String entry = "{\"signed_url\": \"%s\", \"data_hash\": \"d\", \"title\": \"a.png\", \"file_link\": \"l\"}"
                .formatted(signed);
        service.on("GET storage", call -> StubService.json(200, "bytes"))
                .on(
                        "GET presigned-urls",
                        call -> StubService.json(
                                200,
                                "{\"results\": [%s]}"
                                        .formatted(String.join(
                                                ",",
                                                Collections.nCopies(
                                                        Integer.parseInt(call.request()
                                                                .getUrl()
                                                                .queryParameter("count")),
                                                        "{\"itemUuid\": \"%s\", \"objectKey\": \"k\", \"signedUrl\": \"%s\"}"
                                                                .formatted(UUID_TEXT, signed))))))
                .on("POST datasets", "{\"datasetUuid\": \"%s\"}".formatted(UUID_TEXT))
                .on("GET user/bearer-token", "{\"token\": \"%s\"}".formatted(TOKEN))
                .on("datasetapikey/POST", key)
                .on("datasetapikey/GET", "[" + key + "]")
                .on("datasetapikey/PUT", key)
                .on(
                        "dataset/GET",
                        "{\"title\": \"t\", \"description\": null, \"dataset_type\": \"AWS_S3\", \"data_rows\": [%s]}"
                                .formatted(row))
                .on("datarows/GET", "[" + row + "]")
                .on("datarow/GET", row)
                .on("datarow/POST", "{\"updated_fields\": [\"data_title\"], \"data_row\": %s}".formatted(row))
                .on("signedvideourl/GET", entry)
                .on("signedimagesurl/GET", "[" + entry + "]")
                .on("video/PUT", entry)
                .on("image/PUT", entry)
                .on("datasetdatalongpolling/POST", "{\"process_hash\": \"p\"}")
                .on("datasetdatalongpolling/GET", StubService.job("DONE", "a.png"))
                .on("reencodevideotask/PUT", "7")
                .on(
                        "reencodevideotask/GET",
                        "{\"status\": \"DONE\", \"result\": [{\"data_hash\": \"h\", \"signed_url\": \"%s\", \"bucket_path\": \"b\"}]}"
                                .formatted(signed));
    }

    private static String authorisation(StubService.Call call) {
        String header = call.request().getHeaders().get("Authorization");
        return header == null ? "https://storage/x?X-Signature=" + URL : header;
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Attempt {
        Object make();
    }

    private void attempt(Attempt attempt) {
        try {
            say(attempt.make());
        } catch (RuntimeException e) {
            say(e);
        }
    }

    private void say(Object... things) {
        for (Object thing : things) {
            note(String.valueOf(thing));
        }
    }

    private void say(Throwable failure) {
        if (failure != null) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            note(text.toString());
        }
    }

    /** Logs come from many threads. */
    private void note(String text) {
        synchronized (said) {
            said.append(text).append('\n');
        }
    }

    private void assertSilent() {
        for (String canary : List.of(KEY, TOKEN, URL, PASSPHRASE, ARMOUR)) {
            int place = said.indexOf(canary);
            assertThat(place)
                    .as(() -> said.substring(Math.max(0, place - 500), place + canary.length()))
                    .isNegative();
        }
    }
}

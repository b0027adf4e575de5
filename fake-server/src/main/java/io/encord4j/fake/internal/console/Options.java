package io.encord4j.fake.internal.console;

import io.encord4j.fake.Choices;
import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeEncordServerBuilder;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.journal.JournalEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What can be said on the command line or in the environment; the command line wins. */
@Command(
        name = "encord4j-fake-server",
        description = "The dataset part of the Encord API, in memory.",
        sortOptions = false,
        footer = {
            "",
            "Each option can also be given as an environment variable: ENCORD_FAKE_ and its name in upper case, for example",
            "ENCORD_FAKE_PORT=8080 or ENCORD_FAKE_LOG=true. Exit codes: 0 stopped, 2 it could not start: the port is taken,",
            "an option makes no sense, a file cannot be written."
        })
final class Options {

    /** Whatever stops a process gives it some 10 seconds at least. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final int MOST_SEED_BYTES = 256 * 1024 * 1024;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:ENCORD_FAKE_PORT:-8080}",
            description = "Port to listen on; 0 takes any free one. Default: 8080.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "${env:ENCORD_FAKE_HOST:-127.0.0.1}",
            description = "Address to listen on; 0.0.0.0 lets other machines in. Default: 127.0.0.1.")
    private String host = "";

    @Option(
            names = "--port-file",
            paramLabel = "FILE",
            defaultValue = "${env:ENCORD_FAKE_PORT_FILE}",
            description = "Write the port into this file as soon as the server answers.")
    private @Nullable Path portFile;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            defaultValue = "${env:ENCORD_FAKE_PUBLIC_URL}",
            description = "What signed URLs begin with. Default: what the client used.")
    private @Nullable String publicUrl;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            defaultValue = "${env:ENCORD_FAKE_CONTROL_TOKEN}",
            description = "What callers of /_fake/ must send as X-Fake-Token or Authorization: Bearer. Default: none is"
                    + " needed, and only this machine is heard.")
    private @Nullable String controlToken;

    @Option(
            names = "--trust-forwarded",
            defaultValue = "${env:ENCORD_FAKE_TRUST_FORWARDED:-false}",
            description = "Believe X-Forwarded-Host and X-Forwarded-Proto.")
    private boolean trustForwarded;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "${env:ENCORD_FAKE_SEED}",
            description = "Make ids, keys and made-up titles the same in every run.")
    private @Nullable Long seed;

    @Option(
            names = "--deterministic",
            defaultValue = "${env:ENCORD_FAKE_DETERMINISTIC:-false}",
            description = "Make two runs equal: --seed 0 and a frozen clock, unless told otherwise.")
    private boolean deterministic;

    @Option(
            names = "--clock",
            paramLabel = "CLOCK",
            defaultValue = "${env:ENCORD_FAKE_CLOCK}",
            description = "real, frozen, or a time such as 2026-01-01T00:00:00Z at which the clock stands; then,"
                    + " after a comma, a step for each poll such as PT10S. Default: real.")
    private @Nullable String clock;

    @Option(
            names = "--strict-keys",
            defaultValue = "${env:ENCORD_FAKE_STRICT_KEYS:-false}",
            description = "Refuse SSH keys that were not registered.")
    private boolean strictKeys;

    @Option(
            names = "--public-key",
            paramLabel = "[EMAIL=]KEY",
            split = ";",
            defaultValue = "${env:ENCORD_FAKE_PUBLIC_KEY}",
            description = "Register a public key: 64 hex digits, the text of an OpenSSH .pub file, or @FILE."
                    + " Can be given several times.")
    private List<String> publicKeys = new ArrayList<>();

    @Option(
            names = "--seed-file",
            paramLabel = "FILE",
            defaultValue = "${env:ENCORD_FAKE_SEED_FILE}",
            description = "Fill the default world with what this JSON file says; /_fake/openapi.yaml describes it.")
    private @Nullable Path seedFile;

    @Option(
            names = "--storage-dir",
            paramLabel = "DIR",
            defaultValue = "${env:ENCORD_FAKE_STORAGE_DIR}",
            description = "Where uploads go that are too large for memory. Default: the system's temporary directory.")
    private @Nullable Path storageDir;

    @Option(
            names = "--memory-limit",
            paramLabel = "SIZE",
            defaultValue = "${env:ENCORD_FAKE_MEMORY_LIMIT}",
            description =
                    "How much memory uploads may take together, such as 64m. Default: a quarter of the heap, at most 256m.")
    private @Nullable String memoryLimit;

    @Option(
            names = "--http-status",
            paramLabel = "HOW",
            defaultValue = "${env:ENCORD_FAKE_HTTP_STATUS:-envelope}",
            description = "HTTP status of RPC errors: envelope, or 200. Default: envelope.")
    private String httpStatus = "";

    @Option(
            names = "--re-encode",
            paramLabel = "PLAN",
            defaultValue = "${env:ENCORD_FAKE_RE_ENCODE:-polls=2}",
            description = "When re-encoding ends: now, hand, polls=N, or a duration such as PT30S; ,fail lets it fail."
                    + " Default: polls=2.")
    private String reEncode = "";

    @Option(
            names = "--log",
            defaultValue = "${env:ENCORD_FAKE_LOG:-false}",
            description = "Print one line for each request.")
    private boolean log;

    @Option(
            names = "--journal-bodies",
            defaultValue = "${env:ENCORD_FAKE_JOURNAL_BODIES:-false}",
            description =
                    "Keep the beginning of the bodies of requests and answers in the journal, without secrets, and"
                            + " print them with --log.")
    private boolean journalBodies;

    @Option(
            names = "--check",
            description = "Start, answer one request, and stop: exit code 0 means that it can run here.")
    private boolean check;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and stop.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version and stop.")
    private boolean version;

    boolean checkWanted() {
        return check;
    }

    boolean helpWanted() {
        return help;
    }

    boolean versionWanted() {
        return version;
    }

    Optional<Path> portFile() {
        return Optional.ofNullable(portFile);
    }

    FakeEncordServerBuilder builder(BiConsumer<String, JournalEntry> onExchange) {
        FakeEncordServerBuilder builder = FakeEncordServer.builder()
                .host(host)
                .port(port)
                .trustForwardedHeaders(trustForwarded)
                .choices(choices())
                .gracePeriod(GRACE)
                .journalBodies(journalBodies)
                .reEncoding(Values.reEncoding(reEncode));
        if (memoryLimit != null) {
            builder.memoryLimit(Values.size("--memory-limit", memoryLimit));
        }
        if (controlToken != null) {
            builder.controlToken(controlToken);
        }
        if (publicUrl != null) {
            builder.publicUrl(Values.url(publicUrl));
        }
        if (seed != null) {
            builder.seed(seed);
        }
        if (deterministic) {
            builder.deterministic();
        }
        if (clock != null) {
            builder.clock(clockSetting(clock));
        }
        if (storageDir != null) {
            builder.storageDirectory(storageDir);
        }
        if (log) {
            builder.onExchange(onExchange);
        }
        return builder;
    }

    /** Brings in the keys and the data that were asked for. */
    void fill(FakeWorld world) {
        registerKeys(world);
        if (seedFile != null) {
            world.seed(OptionFile.read("--seed-file", seedFile.toString(), MOST_SEED_BYTES));
        }
    }

    private void registerKeys(FakeWorld world) {
        int number = 0;
        for (String given : publicKeys) {
            number++;
            PublicKeyOption key = PublicKeyOption.of(given, "user-" + number + "@example.com");
            world.registerKey(key.email(), key.publicKey());
        }
    }

    private static ClockSetting clockSetting(String text) {
        try {
            return ClockSetting.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--clock: " + e.getMessage(), e);
        }
    }

    private Choices choices() {
        boolean always200 = switch (httpStatus) {
            case "envelope" -> false;
            case "200" -> true;
            default -> throw new IllegalArgumentException("--http-status is envelope or 200, not " + httpStatus + ".");
        };
        return Choices.builder()
                .acceptsUnknownSshKeys(!strictKeys)
                .rpcErrorsAreHttp200(always200)
                .build();
    }
}

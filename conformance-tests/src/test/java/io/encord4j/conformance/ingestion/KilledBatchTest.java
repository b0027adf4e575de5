package io.encord4j.conformance.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.DataRow;
import io.encord4j.DatasetScope;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.ItemFilter;
import io.encord4j.StorageItem;
import io.encord4j.conformance.ingestion.Batch.Place;
import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that uploads 300 files is killed at random moments and started again with its journal until it ends. {@code
 * -Dencord4j.kill.seeds=50} tries more seeds than a build does, {@code -Dencord4j.kill.first=17} others.
 */
class KilledBatchTest {
    private static final int FILES = 300;
    private static final List<Place> PLACES = List.of(Place.values());
    private static final int SEEDS = Integer.getInteger("encord4j.kill.seeds", 2);
    private static final int FIRST = Integer.getInteger("encord4j.kill.first", 1);
    private static final int MOST_KILLS = 100;

    /** What the system says of a process that SIGKILL has ended. */
    private static final int KILLED = 137;

    @TempDir
    Path directory;

    private final AtomicInteger exchanges = new AtomicInteger();
    private final AtomicInteger puts = new AtomicInteger();
    private final AtomicReference<Victim> victim = new AtomicReference<>();

    /** A process, and the exchange after which it is killed. */
    private record Victim(Process process, int exchange, long delayNanos) {}

    static LongStream seeds() {
        return LongStream.range(FIRST, (long) FIRST + SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFileIsThereOnceHoweverOftenTheProcessIsKilled(long seed) throws Exception {
        Random random = new Random(seed);
        Place place = PLACES.get((int) ((seed - 1) % PLACES.size()));
        Path films = films(random);
        try (FakeEncordServer server = FakeEncordServer.builder()
                .onExchange((world, entry) -> saw(entry))
                .start()) {
            String token = server.defaultWorld().newUser("ada@example.com").bearerToken();
            Duration took = Duration.ofMillis(random.nextInt(300));
            server.defaultWorld().setUploads(new UploadPlan(new Completion.After(took), Map.of()));
            try (EncordUserClient user = EncordUserClient.builder()
                    .bearerToken(token)
                    .options(ClientOptions.builder().domain(server.url()).build())
                    .build()) {
                String id = place == Place.FOLDER
                        ? user.storage().createFolder("films").uuid().toString()
                        : user.createDataset("films").datasetHash();
                String credential = place == Place.DATASET_BY_API_KEY ? apiKey(user, id) : token;

                int kills = runUntilItEnds(List.of(server.url(), place.name(), id, credential), films, random, place);

                assertThat(place == Place.FOLDER ? items(user, UUID.fromString(id)) : rows(user, id))
                        .as("%s, killed %d times", place, kills)
                        .isEqualTo(contents(films));
                assertThat(puts.get())
                        .as("files sent to %s, killed %d times", place, kills)
                        .isLessThanOrEqualTo(FILES + kills * leftBehind(place));
            }
        }
    }

    /** What each kill may leave in the storage: files on their way, and what only the process knew how to register. */
    private static int leftBehind(Place place) {
        return place == Place.DATASET_BY_API_KEY ? FILES : Batch.PARALLELISM;
    }

    /** About how many exchanges an undisturbed run has. */
    private static int exchangesOf(Place place) {
        return place == Place.DATASET_BY_API_KEY ? 3 * FILES : FILES + FILES / 10;
    }

    private int runUntilItEnds(List<String> target, Path films, Random random, Place place) throws Exception {
        for (int kills = 0; kills < MOST_KILLS; kills++) {
            Process process = start(target, films);
            victim.set(new Victim(
                    process, exchanges.get() + 1 + random.nextInt(exchangesOf(place)), random.nextInt(3_000_000)));
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("ended or killed")
                    .isTrue();
            if (process.exitValue() == 0) {
                return kills;
            }
            assertThat(process.exitValue())
                    .as(() -> "the process was not killed, and said " + printed())
                    .isEqualTo(KILLED);
        }
        throw new AssertionError("The batch has not ended after " + MOST_KILLS + " kills.");
    }

    private Process start(List<String> target, Path films) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Batch.class.getName()));
        command.addAll(target);
        command.add(films.toString());
        command.add(directory.resolve("journal").toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(directory.resolve("printed").toFile()))
                .start();
    }

    /** Called by the server when an exchange is over. */
    private void saw(JournalEntry entry) {
        if (entry.operation().equals("putObject") && entry.status() == 200) {
            puts.incrementAndGet();
        }
        int number = exchanges.incrementAndGet();
        Victim next = victim.get();
        if (next != null && number == next.exchange()) {
            LockSupport.parkNanos(next.delayNanos());
            next.process().destroyForcibly();
        }
    }

    private String printed() {
        try {
            return Files.readString(directory.resolve("printed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path films(Random random) throws IOException {
        Path films = Files.createDirectory(directory.resolve("films"));
        for (int i = 0; i < FILES; i++) {
            String name = "%03d.mp4".formatted(i);
            Files.writeString(films.resolve(name), name + " " + "x".repeat(random.nextInt(4000)));
        }
        return films;
    }

    private static Map<String, List<String>> contents(Path films) throws IOException {
        try (Stream<Path> files = Files.list(films)) {
            return files.collect(Collectors.toMap(
                    film -> film.getFileName().toString(), film -> List.of(read(film)), (a, b) -> a, TreeMap::new));
        }
    }

    private static String apiKey(EncordUserClient user, String dataset) {
        return user.createDatasetApiKey(dataset, "batch", List.of(DatasetScope.READ, DatasetScope.WRITE))
                .key();
    }

    /** The bytes behind the rows, by their titles. */
    private Map<String, List<String>> rows(EncordUserClient user, String hash) {
        Map<String, List<String>> rows = new TreeMap<>();
        try (EncordDatasetClient dataset = user.datasetClient(hash)) {
            for (DataRow row : dataset.getDataset().dataRows()) {
                dataset.download(row.dataHash(), copy());
                rows.computeIfAbsent(row.title(), title -> new ArrayList<>()).add(read(copy()));
            }
        }
        return rows;
    }

    private Map<String, List<String>> items(EncordUserClient user, UUID folder) {
        Map<String, List<String>> items = new TreeMap<>();
        try (Stream<StorageItem> all = user.storage().listItems(folder, ItemFilter.ofDefaults())) {
            all.forEach(item -> {
                user.storage().downloadItem(item.uuid(), copy());
                items.computeIfAbsent(item.name(), name -> new ArrayList<>()).add(read(copy()));
            });
        }
        return items;
    }

    private Path copy() {
        return directory.resolve("copy");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

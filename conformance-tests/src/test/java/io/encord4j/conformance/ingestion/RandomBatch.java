package io.encord4j.conformance.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.DatasetScope;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordException;
import io.encord4j.EncordUserClient;
import io.encord4j.FileOutcome;
import io.encord4j.InterruptedCallException;
import io.encord4j.RetryPolicy;
import io.encord4j.UploadFailedException;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch of a few files, tried under one disturbance after the other until all of it is in. */
final class RandomBatch implements AutoCloseable {
    private static final int DISTURBED = 6;
    private static final int UNDISTURBED = 20;

    /** Longer than the service takes for a call that an interrupt has left behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FakeEncordServer server;
    private final FakeWorld world;
    private final Exchanges exchanges;
    private final Random random;
    private final Kind kind;
    private final EncordUserClient owner;
    private final String place;
    private final String token;
    private final String credential;
    private final List<Path> files = new ArrayList<>();
    private final UploadOptions options;
    private final boolean mayInterrupt;
    private EncordUserClient user;
    private EncordDatasetClient dataset;
    private @Nullable UploadReport<?> report;

    /** What has happened so far, for whoever has to understand a failure. */
    private final List<String> happened = new ArrayList<>();

    RandomBatch(FakeEncordServer server, Exchanges exchanges, Path directory, byte[] picture, Random random)
            throws IOException {
        this.server = server;
        this.world = server.defaultWorld();
        this.exchanges = exchanges;
        this.random = random;
        this.kind = List.of(Kind.values()).get(random.nextInt(Kind.values().length));
        this.mayInterrupt = random.nextInt(4) == 0;
        this.token =
                world.newUser("batch-" + random.nextLong() + "@example.com").bearerToken();
        this.owner = client(token);
        this.place = kind.isInFolder()
                ? owner.storage().createFolder("batch").uuid().toString()
                : owner.createDataset("batch").datasetHash();
        this.credential = kind.isByApiKey()
                ? owner.createDatasetApiKey(place, "batch", List.of(DatasetScope.READ, DatasetScope.WRITE))
                        .key()
                : token;
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            Path file = directory.resolve("%s-%d%s".formatted(place, i, kind.ending()));
            Files.write(file, kind.ending().equals(".png") ? picture : ("file " + i).getBytes(UTF_8));
            files.add(file);
        }
        UploadOptions.Builder settings = UploadOptions.builder()
                .createVideo(kind.isByApiKey())
                .parallelism(1 + random.nextInt(3))
                .unitsPerJob(1 + random.nextInt(3))
                .parallelJobs(1 + random.nextInt(2))
                .tolerateFailures(!kind.isTogether() && random.nextBoolean())
                // Jobs are done at once; a question that fails is not asked again for long.
                .timeout(Duration.ofMillis(500))
                .settleTime(mayInterrupt ? PATIENCE : Duration.ZERO)
                .waitForUndecided(true);
        if (random.nextInt(4) > 0) {
            settings.journal(directory.resolve(place + ".journal"));
        }
        this.options = settings.build();
        this.user = client(token);
        this.dataset = dataset();
    }

    private EncordUserClient client(String token) {
        return EncordUserClient.builder().bearerToken(token).options(settings()).build();
    }

    private ClientOptions settings() {
        return ClientOptions.builder()
                .domain(server.url())
                .retryPolicy(
                        RetryPolicy.builder().maxAttempts(3).backoffFactor(0).build())
                .build();
    }

    /** A client of the dataset; of a folder, which none is of, one that nobody asks anything. */
    private EncordDatasetClient dataset() {
        return kind.isByApiKey()
                ? EncordDatasetClient.builder()
                        .resourceId(place)
                        .apiKey(credential)
                        .options(settings())
                        .build()
                : user.datasetClient(place);
    }

    /** Tries until all is in, and looks after each attempt whether the report is true; returns how many attempts that took. */
    int run() throws InterruptedException {
        int attempts = 0;
        for (; attempts < DISTURBED && !isComplete(); attempts++) {
            attempt(disturbance());
        }
        for (int calm = 0; calm < UNDISTURBED && !isAsCompleteAsItCanBe(); calm++, attempts++) {
            attempt(Disturbance.NONE);
        }
        UploadReport<?> last = report;
        assertThat(last).as(this::toString).isNotNull();
        assertThat(last.failed()).as(this::toString).isEmpty();
        assertThat(last.notStarted()).as(this::toString).isEmpty();
        if (kind.canBeFound()) {
            assertThat(last.undecided()).as(this::toString).isEmpty();
        }
        return attempts;
    }

    private boolean isComplete() {
        return report != null && report.isComplete();
    }

    /** What cannot be found stays undecided for good. */
    private boolean isAsCompleteAsItCanBe() {
        return report != null
                && report.failed().isEmpty()
                && report.notStarted().isEmpty()
                && (report.undecided().isEmpty() || !kind.canBeFound());
    }

    private Disturbance disturbance() {
        return switch (random.nextInt(6)) {
            case 0 -> Disturbance.NONE;
            case 1 -> options.journal() == null ? Disturbance.FAULT : Disturbance.KILL;
            case 2 -> mayInterrupt ? Disturbance.INTERRUPT : Disturbance.FAULT;
            default -> Disturbance.FAULT;
        };
    }

    private void attempt(Disturbance disturbance) throws InterruptedException {
        happened.add(disturbance.name());
        Thread caller = Thread.currentThread();
        switch (disturbance) {
            case NONE -> {}
            case FAULT -> Disturbance.arm(world, random);
            case KILL -> exchanges.after(1 + random.nextInt(3 * files.size()), this::cutOff);
            case INTERRUPT -> exchanges.after(1 + random.nextInt(3 * files.size()), caller::interrupt);
        }
        try {
            UploadReport<?> known = report;
            boolean again = known == null || (options.journal() != null && random.nextBoolean());
            report = again ? upload() : known.retryFailed();
        } catch (UploadFailedException e) {
            report = e.report();
        } catch (InterruptedCallException e) {
            report = e.report() == null ? report : e.report();
        } catch (EncordException e) {
            // Nobody has a report, for want of signed URLs for instance; an earlier one still holds.
            happened.add(String.valueOf(e.getMessage()));
        }
        exchanges.forget();
        Thread.interrupted();
        exchanges.awaitQuiet(world);
        world.faults().clear();
        if (disturbance == Disturbance.KILL) {
            startAnew();
        }
        check();
    }

    private void cutOff() {
        world.arm(Fault.onAny().always().beforeHandling(new Effect.Reset()));
    }

    private UploadReport<?> upload() {
        return kind.isInFolder()
                ? kind.upload(user, UUID.fromString(place), files, options)
                : kind.upload(dataset, files, options);
    }

    /** Another process has nothing but the journal. */
    private void startAnew() {
        dataset.close();
        user.close();
        report = null;
        user = client(token);
        dataset = dataset();
    }

    private void check() {
        Map<String, Integer> there = new Truth(owner, kind, place).counts(files);
        assertThat(there.values()).as(this::toString).allMatch(count -> count <= 1);
        if (report == null) {
            return;
        }
        for (FileOutcome outcome : report.files()) {
            int count = there.getOrDefault(String.valueOf(outcome.file().getFileName()), 0);
            if (outcome instanceof FileOutcome.Uploaded || outcome instanceof FileOutcome.Skipped) {
                assertThat(count).as("%s: %s", this, outcome).isOne();
            } else if (!(outcome instanceof FileOutcome.Undecided)) {
                assertThat(count).as("%s: %s", this, outcome).isZero();
            }
        }
    }

    @Override
    public void close() throws IOException {
        dataset.close();
        user.close();
        owner.close();
        for (Path file : files) {
            Files.delete(file);
        }
        if (options.journal() != null) {
            Files.deleteIfExists(options.journal());
        }
    }

    @Override
    public String toString() {
        return "%d of %s to %s, with a journal: %s, after %s: %s"
                .formatted(files.size(), kind, place, options.journal() != null, happened, report);
    }
}
